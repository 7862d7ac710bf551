using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using CommunityDemand.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Tests.Pipeline.Ingest;

/// <summary>A process that has read a file is overtaken by another one that reads the file's next state.</summary>
[UsesAzurite]
public sealed class OvertakenTests(AzuriteFixture azurite)
{
    private const string Old = "community,service,date,visits\nC1,meals,2025-03-07,1\n";
    private const string New = "community,service,date,visits\nC1,meals,2025-03-07,2\n";

    [Fact]
    public async Task Ingest_OldStateCommittedAfterTheNewOne_DoesNotReplaceIt()
    {
        await using var host = new IngestHost(azurite);
        await host.PutAsync("usage/a.csv", Old);
        var before = new BeforeCommit(() => host.IngestAsync("usage/a.csv", New));
        await using var slow = new IngestHost(
            host.Connection,
            services => services.AddSingleton(_ => new TableServiceClient(host.Connection, before.Install(new TableClientOptions()))));

        await slow.IngestAsync("usage/a.csv");

        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||2|0|0|0|0"]);
        (await host.SweepAsync()).ShouldBeEmpty();
    }

    // Acts once, before the first transaction.
    private sealed class BeforeCommit(Func<Task> act) : HttpPipelinePolicy
    {
        private bool _done;

        public TableClientOptions Install(TableClientOptions options)
        {
            options.AddPolicy(this, HttpPipelinePosition.PerCall);
            return options;
        }

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (!_done && message.Request.Uri.ToString().Contains("$batch", StringComparison.Ordinal))
            {
                _done = true;
                await act();
            }

            await ProcessNextAsync(message, pipeline);
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);
    }
}
