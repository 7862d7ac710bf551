using CommunityDemand.Local.Emulator;
using CommunityDemand.Tests.Support;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace CommunityDemand.Tests.Support;

/// <summary>
/// One real Azurite for the whole test run. Each test takes an account of its own with <see cref="NewAccount"/>, so that tests
/// run side by side without seeing each other's blobs and tables.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("azurite-tests-").FullName;
    private readonly string[] _accounts = [.. Enumerable.Range(0, 500).Select(i => $"test{i:000}")];
    private AzuriteHost? _azurite;
    private int _taken;

    /// <summary>Connection string of an empty account.</summary>
    public string NewAccount() => _azurite!.ConnectionStringOf(_accounts[Interlocked.Increment(ref _taken) - 1]);

    public async ValueTask InitializeAsync() => _azurite = await AzuriteHost.StartAsync(
        _folder, message => TestContext.Current.SendDiagnosticMessage(message), inMemory: true, _accounts, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null) await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
