using CommunityDemand.Local.Emulator;
using CommunityDemand.Tests.Support;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace CommunityDemand.Tests.Support;

/// <summary>
/// One real Azurite for the whole test run, started for the first test that asks. Each test takes an account of its own with
/// <see cref="NewAccount"/>, so that tests run side by side without seeing each other's blobs and tables.
/// </summary>
public sealed class AzuriteFixture : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("azurite-tests-").FullName;
    private readonly string[] _accounts = [.. Enumerable.Range(0, 500).Select(i => $"test{i:000}")];
    private readonly Lazy<Task<AzuriteHost>> _azurite;
    private int _taken;

    public AzuriteFixture() => _azurite = new Lazy<Task<AzuriteHost>>(() => Task.Run(() => AzuriteHost.StartAsync(
        _folder, message => TestContext.Current.SendDiagnosticMessage(message), inMemory: true, _accounts, CancellationToken.None)));

    /// <summary>Connection string of an empty account. The first call waits for Azurite, as constructors of test classes ask too.</summary>
    public string NewAccount()
    {
        NeedsAttribute.Demand<UsesAzuriteAttribute>();
        return _azurite.Value.GetAwaiter().GetResult().ConnectionStringOf(_accounts[Interlocked.Increment(ref _taken) - 1]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_azurite.IsValueCreated) await (await _azurite.Value).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
