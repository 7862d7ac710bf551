using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Tests.Pipeline.Ingest;

/// <summary>
/// A process dies at its n-th write to storage, for every n; then a new process takes over. A death at a read leaves what a death at the
/// next write leaves, and so does a death after the effect of the write before.
/// </summary>
[UsesAzurite]
public sealed class CrashTests(AzuriteFixture azurite)
{
    private const string Header = "community,service,date,visits,event_id\n";

    [Fact]
    public async Task Sweep_AfterADeathAtAnyWrite_EndsAsIfUndisturbed()
    {
        await using var undisturbed = new IngestHost(azurite);
        await DeliverAsync(undisturbed);
        await undisturbed.SweepAsync();
        await CorrectAsync(undisturbed);
        await undisturbed.SweepAsync();
        var facts = await undisturbed.UsageAsync();
        var accounts = await AccountsAsync(undisturbed);
        facts.Length.ShouldBe(3);

        var fault = new Fault();
        for (var at = 1; ; at++)
        {
            await using var crashing = new IngestHost(azurite.NewAccount(), fault.Install);
            await DeliverAsync(crashing);
            fault.Arm(at);
            var crashed = await CrashesAsync(crashing.SweepAsync);
            fault.Disarm();
            await using (var first = new IngestHost(crashing.Connection, null)) await first.SweepAsync();
            await CorrectAsync(crashing);
            fault.Arm(at);
            crashed |= await CrashesAsync(crashing.SweepAsync);
            fault.Disarm();

            await using var restarted = new IngestHost(crashing.Connection, null);
            await restarted.SweepAsync();
            (await restarted.UsageAsync()).ShouldBe(facts, $"death at write {at}");
            (await AccountsAsync(restarted)).ShouldBe(accounts, $"death at write {at}");
            restarted.Time.Advance(TimeSpan.FromDays(1));
            await restarted.SweepAsync();
            await ShouldBeCleanAsync(restarted);
            if (!crashed) break;
        }
    }

    private static async Task DeliverAsync(IngestHost host)
    {
        await host.PutAsync("usage/a.csv", Header + "C1,meals,2025-03-07,10,e1\nC1,meals,2025-03-07,5,e2\nbad\n");
        await host.PutAsync("usage/b.csv", Header + "C1,meals,2025-03-07,5,e2\nC2,meals,2024-12-31,1,e3\n");
    }

    private static async Task CorrectAsync(IngestHost host)
    {
        await host.PutAsync("usage/a.csv", Header + "C1,meals,2025-03-07,11,e1\nC3,meals,2025-03-08,2,e4\n");
        await host.PutAsync("usage/c.csv", Header + "C1,meals,2025-03-07,5,e2\nC2,meals,2024-12-31,1,e3\n");
    }

    private static async Task<bool> CrashesAsync(Func<Task> act)
    {
        try
        {
            await act();
            return false;
        }
        catch (Exception crash) when (crash is not Xunit.Sdk.XunitException)
        {
            return true;
        }
    }

    private static async Task<string[]> AccountsAsync(IngestHost host)
    {
        var rows = await host.Uploads.QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken)
            .ToArrayAsync(TestContext.Current.CancellationToken);
        return [.. rows.Select(
            r =>
                $"{r.GetString("Path")}: {r.GetString("Status")} {r.GetInt64("Read")} = {r.GetInt64("Kept")} + {r.GetInt64("Rejected")} "
                    + $"+ {r.GetInt64("Duplicates")} {r.GetString("Reasons")}")
            .Order(StringComparer.Ordinal)];
    }

    // Nothing lies about that the ledger does not name: one part a live upload and year, one quarantine file a rejected row's upload.
    private static async Task ShouldBeCleanAsync(IngestHost host)
    {
        var cancel = TestContext.Current.CancellationToken;
        var parts = await host.Blobs.GetBlobContainerClient(StorageNames.FactsContainer)
            .GetBlobsAsync(new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = "usage/" }, cancel).ToArrayAsync(cancel);
        parts.Length.ShouldBe(3);
        (await host.Blobs.GetBlobContainerClient(StorageNames.StagingContainer).GetBlobsAsync(cancellationToken: cancel).CountAsync(cancel))
            .ShouldBe(0);
        var quarantined = await host.Blobs.GetBlobContainerClient(StorageNames.QuarantineContainer)
            .GetBlobsAsync(cancellationToken: cancel).CountAsync(cancel);
        quarantined.ShouldBe(0);
    }

    private sealed class Fault
    {
        private int _left = int.MaxValue;

        public void Arm(int at) => _left = at;

        public void Disarm() => _left = int.MaxValue;

        public void Install(IServiceCollection services)
        {
            services.AddSingleton(provider => new BlobServiceClient(Connection(provider), With(new BlobClientOptions())));
            services.AddSingleton(provider => new TableServiceClient(Connection(provider), With(new TableClientOptions())));
        }

        private static string Connection(IServiceProvider provider) =>
            provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<StorageOptions>>().Value.ConnectionString!;

        private T With<T>(T options)
            where T : ClientOptions
        {
            options.Retry.MaxRetries = 0;
            options.AddPolicy(new Policy(this), HttpPipelinePosition.PerCall);
            return options;
        }

        // From the n-th write on nothing works any more, as after a kill.
        private void Strike(Request request)
        {
            var isWrite = request.Method != RequestMethod.Get && request.Method != RequestMethod.Head;
            var left = isWrite ? Interlocked.Decrement(ref _left) : Volatile.Read(ref _left);
            if (left <= 0) throw new RequestFailedException("The process was killed here.");
        }

        private sealed class Policy(Fault fault) : HttpPipelinePolicy
        {
            public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
            {
                fault.Strike(message.Request);
                return ProcessNextAsync(message, pipeline);
            }

            public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
            {
                fault.Strike(message.Request);
                ProcessNext(message, pipeline);
            }
        }
    }
}
