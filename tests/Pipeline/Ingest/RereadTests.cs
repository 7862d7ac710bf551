using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

/// <summary>What was read once may be worth another reading: rules change, and so does what an upload was weighed against.</summary>
[UsesAzurite]
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
    public async Task Ingest_RejectedRowsUploadedAgain_AreTakenOnceTheirServiceIsKnown()
    {
        await using var host = new IngestHost(azurite, Closed);
        (await host.IngestAsync("capacity/a.csv", Capacity)).Rejected.ShouldBe(1);
        await host.IngestAsync("services/a.csv", TaiChi);
        (await host.IngestAsync("capacity/a.csv")).Changed.ShouldBeFalse();

        (await host.IngestAsync("capacity/a.csv", Capacity)).Kept.ShouldBe(1);

        (await host.QuarantineAsync("capacity/a.csv")).ShouldBeEmpty();
        (await host.SweepAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ingest_FileWithABadRowUploadedAgain_CountsOnceBesideTheOneThatSharesItsIds()
    {
        const string First = Events + "C1,meals,2025-03-07,e1\nC1,meals,2025-03-07,e2\nbad\n";
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", First);
        await host.IngestAsync("usage/b.csv", Events + "C1,meals,2025-03-07,e2\nC1,meals,2025-03-07,e3\n");

        var again = await host.IngestAsync("usage/a.csv", First);
        (again.Read, again.Kept, again.Rejected).ShouldBe((3, 2, 1));
        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||3|0|0|0|0"]);

        // The other one was weighed against the first reading.
        (await host.SweepAsync()).ShouldHaveSingleItem().Blob.ShouldBe("usage/b.csv");
        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||3|0|0|0|0"]);
        (await host.SweepAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ingest_RowThatIsRejectedNow_GivesItsIdUp()
    {
        const string Both = Events + "C1,tai-chi,2025-03-07,e1\nC1,food-supply,2025-03-07,e2\n";
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", Both);
        await using var closed = new IngestHost(host.Connection, null, Closed);
        await closed.IngestAsync("usage/a.csv", "no header\n");
        (await closed.IngestAsync("usage/a.csv", Both)).Rejected.ShouldBe(1);

        var corrected = await closed.IngestAsync("usage/b.csv", Events + "C1,food-supply,2025-03-07,e1\n");

        (corrected.Kept, corrected.Duplicates).ShouldBe((1, 0));
        (await closed.UsageAsync()).ShouldBe(["C1|food-supply|2025-03-07||2|0|0|0|0"]);
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
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        (await host.Ingestor.SweepAsync(null, limit.Token)).ShouldBeEmpty();

        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||2|0|0|0|0"]);
        await host.IngestAsync("usage/b.csv", Events + "C1,meals,2025-03-07,e2\nC1,meals,2025-03-07,e3\n");
        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||3|0|0|0|0"]);
    }
}
