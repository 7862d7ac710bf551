using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

/// <summary>What was read once may be worth another reading: rules change, and so does what an upload was weighed against.</summary>
public sealed class RereadTests(AzuriteFixture azurite)
{
    private const string Events = "community,service,date,event_id\n";
    private const string Capacity = "community,service,from,daily_capacity\nC1,tai-chi,2025-01-01,10\n";
    private const string TaiChi = "service,name_en,name_zh,need_class,supply_type\ntai-chi,Tai chi,太极,culture_education,basic\n";

    private static readonly (string, string) Closed = ("Ingest:ClosedCatalogue", "true");

    [Fact]
    public async Task Sweep_ServicesOfTheSameDrop_AreKnownToTheOthers()
    {
        await using var host = new IngestHost(azurite, Closed);
        await host.PutAsync("capacity/a.csv", Capacity);
        await host.PutAsync("services/a.csv", TaiChi);

        await host.SweepAsync();

        (await host.RowAsync("capacity/a.csv")).GetInt64("Kept").ShouldBe(1);
    }

    [Fact]
    public async Task Sweep_StaleUploadWhoseBlobIsUnreadableNow_LeavesItsFactsAndEnds()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", Events + "C1,meals,2025-03-07,e1\nC1,meals,2025-03-07,e2\n");
        await host.IngestAsync("usage/b.csv", Events + "C1,meals,2025-03-07,e2\nC1,meals,2025-03-07,e3\n");
        (await host.IngestAsync("usage/b.csv", "no header\n")).Status.ShouldBe(UploadStatus.Rejected);
        await host.IngestAsync("usage/a.csv", Events + "C1,meals,2025-03-07,e1\n");

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        (await host.Ingestor.SweepAsync(null, limit.Token)).ShouldBeEmpty();

        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||2|0|0|0|0"]);
        await host.IngestAsync("usage/b.csv", Events + "C1,meals,2025-03-07,e2\nC1,meals,2025-03-07,e3\n");
        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||3|0|0|0|0"]);
    }
}
