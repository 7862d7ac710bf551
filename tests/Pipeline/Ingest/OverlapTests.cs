using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

/// <summary>Daily sums without ids that come again in another file.</summary>
[UsesAzurite]
public sealed class OverlapTests(AzuriteFixture azurite)
{
    private const string Header = "community,service,date,visits\n";

    private static readonly string January = Header + Days(1, 31, day => day + 10);
    private static readonly string ToFebruary = Header + Days(1, 31, day => day + 10) + Days(32, 59, day => day + 5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ingest_YearToDateAfterLastMonth_IsHeldAndTold()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/january.csv", January);

        var account = await host.IngestAsync("usage/to-february.csv", ToFebruary + "C1,library,2026-02-01,many\n");

        (account.Status, account.Read, account.Kept, account.Rejected, account.Duplicates).ShouldBe((UploadStatus.Held, 60, 0, 1, 59));
        account.Message.Text().ShouldStartWith(
            "Held, nothing of it counts: 31 of its cells (community, service, day, group) stand in "
            + "1 other file (usage/january.csv) too, 100% of them");
        account.Reasons.Sum(reason => reason.Rows).ShouldBe(60);
        (await host.UsageAsync()).Length.ShouldBe(31);
        (await host.RowAsync("usage/to-february.csv")).GetString("Status").ShouldBe("held");
        (await host.SweepAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ingest_YearToDateAfterTwoMonths_AgreesWithBothTogether()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/january.csv", January);
        await host.IngestAsync("usage/february.csv", Header + Days(32, 59, day => day + 5));

        var account = await host.IngestAsync("usage/to-february.csv", ToFebruary);

        account.Status.ShouldBe(UploadStatus.Held);
        account.Message.Text().ShouldContain("59 of its cells");
        account.Message.Text().ShouldContain("2 other files (usage/january.csv and usage/february.csv)");
    }

    [Fact]
    public async Task Ingest_SumOfTwoDesksAfterBoth_IsHeld()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/desk-1.csv", Header + Days(1, 31, day => day + 10));
        await host.IngestAsync("usage/desk-2.csv", Header + Days(1, 31, day => (2 * day) + 1));

        (await host.IngestAsync("usage/city.csv", Header + Days(1, 31, day => (3 * day) + 11))).Status.ShouldBe(UploadStatus.Held);
    }

    [Fact]
    public async Task Ingest_TwoDesks_AreAdded()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/desk-1.csv", January);

        (await host.IngestAsync("usage/desk-2.csv", Header + Days(1, 31, day => (day * 7) % 10))).Status.ShouldBe(UploadStatus.Ingested);

        (await host.UsageAsync())[0].ShouldBe("C1|library|2026-01-01||18|0|0|0|0");
    }

    [Fact]
    public async Task Ingest_Correction_IsNoOverlapWithItself()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", January);

        (await host.IngestAsync("usage/a.csv", ToFebruary)).Status.ShouldBe(UploadStatus.Ingested);

        (await host.UsageAsync()).Length.ShouldBe(59);
    }

    [Fact]
    public async Task Ingest_OtherCommunitiesOnTheSameDays_IsNoOverlap()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", January);

        (await host.IngestAsync("usage/b.csv", January.Replace("C1,", "C2,", StringComparison.Ordinal))).Status.ShouldBe(
            UploadStatus.Ingested);
    }

    [Fact]
    public async Task Ingest_EventsWithIds_AreNoOverlap()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", Events("a"));

        (await host.IngestAsync("usage/b.csv", Events("b"))).Kept.ShouldBe(31);

        static string Events(string file) =>
            "community,service,date,visits,event_id\n" + string.Concat(
                Enumerable.Range(1, 31).Select(day => $"C1,library,2026-01-{day:00},1,{file}{day}\n"));
    }

    [Fact]
    public async Task Sweep_WhenTheOlderFileGivesItsDaysUp_CountsTheHeldOne()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/january.csv", January);
        await host.IngestAsync("usage/to-february.csv", ToFebruary);

        await host.IngestAsync("usage/january.csv", Header);

        (await host.SweepAsync()).ShouldHaveSingleItem().Kept.ShouldBe(59);
        (await host.UsageAsync()).Length.ShouldBe(59);
        (await host.SweepAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ingest_HeldCorrection_LeavesTheFactsBefore()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/january.csv", January);
        await host.IngestAsync("usage/a.csv", Header + "C9,library,2026-01-01,4\n");

        var held = await host.IngestAsync("usage/a.csv", ToFebruary);

        held.Status.ShouldBe(UploadStatus.Held);
        held.Message.Text().ShouldEndWith("The facts of the version before still count.");
        (await host.UsageAsync()).Length.ShouldBe(32);
    }

    [Fact]
    public async Task Accept_RuleReplace_CountsTheNewerCells()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/january.csv", January, Earlier(host));
        var changed = Header + Days(1, 31, day => day < 20 ? day + 10 : 99) + Days(32, 59, day => day + 5);

        (await host.AcceptAsync("usage/to-february.csv", changed, OverlapRule.Replace)).Kept.ShouldBe(59);

        var usage = await host.UsageAsync();
        usage.Length.ShouldBe(59);
        usage[0].ShouldBe("C1|library|2026-01-01||11|0|0|0|0");
        usage[30].ShouldBe("C1|library|2026-01-31||99|0|0|0|0");
        (await host.Facts.ReadReportedDaysAsync(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), Cancel).Distinct().CountAsync(Cancel))
            .ShouldBe(59);
    }

    [Fact]
    public async Task Accept_HeldFileOnceARuleIsGiven_Counts()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/january.csv", January);
        (await host.IngestAsync("usage/to-february.csv", ToFebruary)).Status.ShouldBe(UploadStatus.Held);

        (await host.AcceptAsync("usage/to-february.csv", ToFebruary, OverlapRule.Add)).Kept.ShouldBe(59);

        (await host.UsageAsync())[0].ShouldBe("C1|library|2026-01-01||22|0|0|0|0");
    }

    [Fact]
    public async Task Accept_RuleRefuse_RejectsTheFile()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/january.csv", January);

        var refused = await Should.ThrowAsync<UnreadableUploadException>(
            () => host.AcceptAsync("usage/to-february.csv", ToFebruary, OverlapRule.Refuse));

        refused.Reason.Text().ShouldContain("(usage/january.csv)");
        (await host.UsageAsync()).Length.ShouldBe(31);
    }

    private static DateTimeOffset Earlier(IngestHost host) => host.Time.GetUtcNow().AddDays(-1);

    // Days of 2026, from its first.
    private static string Days(int first, int last, Func<int, int> visits) => string.Concat(
        Enumerable.Range(first, last - first + 1).Select(
            day => $"C1,library,{new DateOnly(2025, 12, 31).AddDays(day):yyyy-MM-dd},{visits(day)}\n"));
}
