using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

[UsesAzurite]
public sealed class ExactlyOnceTests(AzuriteFixture azurite)
{
    private const string March = "community,service,date,visits\nC1,meals,2025-03-07,10\nC1,meals,2025-03-08,20\n";

    [Fact]
    public async Task Ingest_SameBlobTwice_ChangesNothing()
    {
        await using var host = new IngestHost(azurite);
        (await host.IngestAsync("usage/a.csv", March)).Changed.ShouldBeTrue();
        var snapshot = await host.Facts.GetSnapshotAsync(TestContext.Current.CancellationToken);

        (await host.IngestAsync("usage/a.csv")).Changed.ShouldBeFalse();
        (await host.IngestAsync("usage/a.csv", March)).Changed.ShouldBeFalse();

        (await host.SweepAsync()).ShouldBeEmpty();
        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||10|0|0|0|0", "C1|meals|2025-03-08||20|0|0|0|0"]);
        (await host.Facts.GetSnapshotAsync(TestContext.Current.CancellationToken)).ShouldBe(snapshot);
    }

    [Fact]
    public async Task Ingest_OfAKnownBlob_GivesTheAccountThatTheLedgerKeeps()
    {
        await using var host = new IngestHost(azurite);
        var rows = await host.IngestAsync("usage/a.csv", March + "C1,meals,2025-03-09,many\nC1,meals,,5\n");
        var whole = await host.IngestAsync("usage/b.csv", "no header\n");

        (await host.IngestAsync("usage/a.csv")).Reasons.ShouldBe(rows.Reasons);
        (await host.IngestAsync("usage/b.csv")).Message.ShouldBe(whole.Message);

        rows.Reasons.ByText()
            .ShouldBe(new Dictionary<string, long> { ["date: missing"] = 1, ["visits: not a number"] = 1 }, ignoreOrder: true);
        whole.Message.ShouldNotBeNull().Code.ShouldBe("header.lacks");
    }

    [Fact]
    public async Task Ingest_SameContentUnderTwoNames_CountsOnce()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", March);

        var second = await host.IngestAsync("usage/copy of a.csv.gz", FormatTests.Gzip(System.Text.Encoding.UTF8.GetBytes(March)));

        (second.Status, second.Read, second.Kept, second.Duplicates).ShouldBe((UploadStatus.Duplicate, 2, 0, 2));
        second.Message.Text().ShouldBe("The same content counts already as 'usage/a.csv'.");
        (await host.UsageAsync()).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Ingest_CorrectedFile_ReplacesTheFirst()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", March);

        await host.IngestAsync("usage/a.csv", March.Replace(",10", ",11", StringComparison.Ordinal));
        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||11|0|0|0|0", "C1|meals|2025-03-08||20|0|0|0|0"]);

        await host.IngestAsync("usage/a.csv", March);
        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||10|0|0|0|0", "C1|meals|2025-03-08||20|0|0|0|0"]);
    }

    [Fact]
    public async Task Ingest_CorrectionOfASecondName_ReplacesTheContentUnderBoth()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", March);
        await host.IngestAsync("usage/b.csv", March);

        await host.IngestAsync("usage/b.csv", March.Replace(",10", ",11", StringComparison.Ordinal));

        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||11|0|0|0|0", "C1|meals|2025-03-08||20|0|0|0|0"]);
        var first = await host.RowAsync("usage/a.csv");
        first.GetString("Status").ShouldBe("duplicate");
        (first.GetInt64("Read"), first.GetInt64("Kept"), first.GetInt64("Duplicates")).ShouldBe((2, 0, 2));
        (await host.SweepAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ingest_UnreadableCorrection_KeepsTheFactsBefore()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", March);

        var broken = await host.IngestAsync("usage/a.csv", "no header\n");

        broken.Status.ShouldBe(UploadStatus.Rejected);
        broken.Message.Text().ShouldEndWith("The facts of the version before still count.");
        (await host.UsageAsync()).Length.ShouldBe(2);
        (await host.IngestAsync("usage/a.csv", March)).Status.ShouldBe(UploadStatus.Ingested);
        (await host.UsageAsync()).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Ingest_EventsInTwoFiles_CountOnceAndComeBackWhenTheirOwnerGoes()
    {
        const string Header = "community,service,date,event_id\n";
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", Header + "C1,meals,2025-03-07,e1\nC1,meals,2025-03-07,e2\nC1,meals,2025-03-07,e1\n");

        var second = await host.IngestAsync("usage/b.csv", Header + "C1,meals,2025-03-07,e2\nC1,meals,2025-03-07,e3\n");
        (second.Kept, second.Duplicates).ShouldBe((1, 1));
        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||3|0|0|0|0"]);

        // The first file turns out to have had no e2: it counts from the second one now.
        await host.IngestAsync("usage/a.csv", Header + "C1,meals,2025-03-07,e1\n");
        var again = await host.SweepAsync();
        again.ShouldHaveSingleItem().Kept.ShouldBe(2);
        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||3|0|0|0|0"]);
        (await host.SweepAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ingest_ManyFilesWithIds_KeepsSegmentsFewAndIdsKnown()
    {
        await using var host = new IngestHost(azurite);
        for (var day = 1; day <= 20; day++)
        {
            await host.IngestAsync(
                $"usage/{day}.csv",
                $"community,service,date,event_id\nC1,meals,2025-03-{day:00},e{day}\nC1,meals,2025-03-{day:00},e{day + 1}\n");
        }

        var facts = await host.Facts.ReadUsageAsync(DateOnly.MinValue, DateOnly.MaxValue, TestContext.Current.CancellationToken)
            .ToArrayAsync(TestContext.Current.CancellationToken);
        facts.Sum(f => f.Visits).ShouldBe(21);
        host.Time.Advance(TimeSpan.FromDays(1));
        await host.SweepAsync();
        var segments = await host.Blobs.GetBlobContainerClient(StorageNames.FactsContainer)
            .GetBlobsAsync(new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = "_ids/" }, TestContext.Current.CancellationToken)
            .CountAsync(TestContext.Current.CancellationToken);
        segments.ShouldBeLessThan(10);
    }

    [Fact]
    public async Task Sweep_ManyProcessesOverSharedIds_CountEachOnce()
    {
        const string Header = "community,service,date,event_id\n";
        await using var host = new IngestHost(azurite);
        var others = Enumerable.Range(0, 3).Select(_ => new IngestHost(host.Connection, null)).ToArray();
        for (var i = 0; i < 8; i++)
        {
            await host.PutAsync(
                $"usage/{i}.csv", Header + string.Concat(Enumerable.Range(i, 4).Select(e => $"C1,meals,2025-03-07,e{e}\n")));
        }

        await Task.WhenAll([host.SweepAsync(), .. Enumerable.Range(0, 8).Select(i => others[i % 3].IngestAsync($"usage/{i}.csv"))]);

        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||11|0|0|0|0"]);
        foreach (var other in others) await other.DisposeAsync();
        (await host.SweepAsync()).ShouldBeEmpty();
    }
}
