using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

/// <summary>Keys of several files that are one, or may be.</summary>
[UsesAzurite]
public sealed class KeysOverFilesTests(AzuriteFixture azurite)
{
    private const string Header = "community,service,date,visits\n";
    private const string Upper = Header + "Riverside,library,2026-03-01,5\n";
    private const string Lower = Header + "riverside,library,2026-03-01,6\nriverside,library,2026-03-02,7\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ingest_KeyInOtherCaseInAnotherFile_IsOneKeyAndToldInAnyOrder(bool upperFirst)
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", upperFirst ? Upper : Lower);

        var account = await host.IngestAsync("usage/b.csv", upperFirst ? Lower : Upper);

        (await host.UsageAsync()).ShouldBe(["Riverside|library|2026-03-01||11|0|0|0|0", "Riverside|library|2026-03-02||7|0|0|0|0"]);
        account.Assumptions.Text().ShouldContain("'riverside' as 'Riverside'");
        var days = await host.Facts.ReadReportedDaysAsync(DateOnly.MinValue, DateOnly.MaxValue, Cancel).ToListAsync(Cancel);
        days.Select(day => day.Community).Distinct().ShouldBe(["Riverside"]);
    }

    [Fact]
    public async Task Ingest_KeyThatTheCommunitiesSpell_CountsAsSpeltThere()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", Upper);

        await host.IngestAsync("communities/c.csv", "community,name,subdistrict,district\nriverside,Riverside,S,D\n");

        (await host.UsageAsync()).ShouldBe(["riverside|library|2026-03-01||5|0|0|0|0"]);
    }

    [Fact]
    public async Task Ingest_NamesThatDifferByALetter_AreToldAndCountApart()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/a.csv", Lower + "riversde,library,2026-03-03,8\n");

        account.Kept.ShouldBe(3);
        account.Doubts.Text().ShouldContain("'riversde' in 1 of the rows and 'riverside' in 2");
        (await host.UsageAsync()).Length.ShouldBe(3);
    }

    [Fact]
    public async Task Ingest_SimilarNamesOfTheCatalogue_AreNotTold()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync(
            "communities/c.csv", "community,name,subdistrict,district\nRiverside,R,S,D\nRiversides,R2,S,D\n");

        var account = await host.IngestAsync(
            "usage/a.csv", Header + "Riverside,library,2026-03-01,5\nRiverside,library,2026-03-02,5\nRiversides,library,2026-03-01,6\n");

        account.Doubts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ingest_FigureFarFromItsSeries_CountsAndIsTold()
    {
        await using var host = new IngestHost(azurite);
        var rows = Enumerable.Range(1, 20).Select(day => $"C1,library,2026-03-{day:00},{(day == 9 ? 1_000_000 : 10 + (day * 3 % 7))}\n");

        var account = await host.IngestAsync("usage/a.csv", Header + string.Concat(rows));

        account.Kept.ShouldBe(20);
        account.Doubts.Text().ShouldContain("1000000 in line 10 (C1, library)");
    }
}
