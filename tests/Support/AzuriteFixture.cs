using System.Collections.Concurrent;
using CommunityDemand.Local.Emulator;
using CommunityDemand.Tests.Support;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace CommunityDemand.Tests.Support;

/// <summary>
/// Two real Azurites for the whole test run, each started for the first test that asks: one alone, which has a single thread, would be what
/// all tests wait for. Each test takes an account of its own with <see cref="NewAccount"/>, so that tests run side by side without seeing
/// each other's blobs and tables.
/// </summary>
public sealed class AzuriteFixture : IAsyncDisposable
{
    private const int AccountsEach = 600;

    private readonly string _folder = Directory.CreateTempSubdirectory("azurite-tests-").FullName;
    private readonly string[] _accounts = [.. Enumerable.Range(0, AccountsEach).Select(i => $"test{i:000}")];
    private readonly Lazy<Task<AzuriteHost>>[] _azurites;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _shared = new(StringComparer.Ordinal);
    private int _taken;

    public AzuriteFixture()
    {
        var first = new Lazy<Task<AzuriteHost>>(() => Task.Run(() => StartAsync("a")));
        // One after the other: two that look for free ports at once may find the same.
        var second = new Lazy<Task<AzuriteHost>>(() => Task.Run(async () =>
        {
            await first.Value;
            return await StartAsync("b");
        }));
        _azurites = [first, second];
    }

    /// <summary>Connection string of an empty account. The first calls wait for Azurite, as constructors of test classes ask too.</summary>
    public string NewAccount()
    {
        NeedsAttribute.Demand<UsesAzuriteAttribute>();
        var taken = Interlocked.Increment(ref _taken) - 1;
        return _azurites[taken % _azurites.Length].Value.GetAwaiter().GetResult().ConnectionStringOf(_accounts[taken / _azurites.Length]);
    }

    /// <summary>Connection string of an account that several tests read and none changes.</summary>
    /// <param name="content">What the account holds.</param>
    /// <param name="fill">Fills the account, for the first test that asks.</param>
    public Task<string> SharedAccountAsync(string content, Func<string, Task> fill)
    {
        NeedsAttribute.Demand<UsesAzuriteAttribute>();
        return _shared.GetOrAdd(content, _ => new Lazy<Task<string>>(async () =>
        {
            var account = NewAccount();
            await fill(account);
            return account;
        })).Value;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var azurite in _azurites.Where(one => one.IsValueCreated)) await (await azurite.Value).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<AzuriteHost> StartAsync(string name) => AzuriteHost.StartAsync(
        Path.Combine(_folder, name),
        message => TestContext.Current.SendDiagnosticMessage(message),
        inMemory: true,
        _accounts,
        CancellationToken.None);
}
