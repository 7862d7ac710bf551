using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

[UsesAzurite]
public sealed class SummaryRowsTests(AzuriteFixture azurite)
{
    private const string Header = "community,service,date,visits\n";

    [Theory]
    [InlineData("合计,meals,2026-03-01,11", "a total of other rows")]
    [InlineData("Grand total,meals,2026-03-01,11", "a total of other rows")]
    [InlineData("Sub-total,meals,2026-03-01,11", "a total of other rows")]
    [InlineData("North subtotal,meals,2026-03-01,11", "a total of other rows")]
    [InlineData("Summe,meals,2026-03-01,11", "a total of other rows")]
    [InlineData("Gesamtergebnis,meals,2026-03-01,11", "a total of other rows")]
    [InlineData("Итого по городу,meals,2026-03-01,11", "a total of other rows")]
    [InlineData("All,meals,2026-03-01,11", "a total of other rows")]
    [InlineData("全市,meals,2026-03-01,11", "a total of other rows")]
    [InlineData("Всього,meals,2026-03-01,11", "a total of other rows")]
    [InlineData("Skupaj,meals,2026-03-01,11", "a total of other rows")]
    [InlineData("مجموع,meals,2026-03-01,11", "a total of other rows")]
    [InlineData("계,meals,2026-03-01,11", "a total of other rows")]
    [InlineData("Ges.,meals,2026-03-01,11", "a total of other rows")]
    [InlineData("of whom elderly,meals,2026-03-01,4", "part of a row above, by its name (of which)")]
    [InlineData("among them: children,meals,2026-03-01,4", "part of a row above, by its name (of which)")]
    [InlineData("ebből gyermek,meals,2026-03-01,4", "part of a row above, by its name (of which)")]
    [InlineData("bunların içinde yaşlı,meals,2026-03-01,4", "part of a row above, by its name (of which)")]
    [InlineData("再掲 高齢者,meals,2026-03-01,4", "part of a row above, by its name (of which)")]
    [InlineData("(of which elderly),meals,2026-03-01,4", "part of a row above, by its name (of which)")]
    [InlineData("C1（其中老年人）,meals,2026-03-01,4", "part of a row above, by its name (of which)")]
    [InlineData("в том числе дети,meals,2026-03-01,4", "part of a row above, by its name (of which)")]
    [InlineData("of which: elderly,meals,2026-03-01,4", "part of a row above, by its name (of which)")]
    public async Task Ingest_RowThatRepeatsOthers_IsLeftOutAndTold(string row, string reason)
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/a.csv", Header + "C1,meals,2026-03-01,5\nC2,meals,2026-03-01,6\n" + row + "\n");

        (account.Kept, account.Duplicates, account.Rejected).ShouldBe((2, 1, 0));
        account.Reasons.ByText().Keys.ShouldBe([reason]);
        (await host.UsageAsync()).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Ingest_SubtotalsOfBlocksAndATotalOfAll_AreLeftOut()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync(
            "usage/a.csv",
            Header
                + "C1,meals,2026-03-01,5\nC2,meals,2026-03-01,6\n小计,meals,2026-03-01,11\n"
                + "C3,meals,2026-03-01,7\n小计,meals,2026-03-01,7\n总计,meals,2026-03-01,18\n");

        (account.Kept, account.Duplicates, account.Rejected).ShouldBe((3, 3, 0));
    }

    [Fact]
    public async Task Ingest_TotalThatIsNoSum_IsRejected()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync(
            "usage/a.csv", Header + "C1,meals,2026-03-01,5\nC2,meals,2026-03-01,6\nTotal,meals,2026-03-01,12\n");

        (account.Kept, account.Duplicates, account.Rejected).ShouldBe((2, 0, 1));
        (await host.QuarantineAsync("usage/a.csv")).ShouldContain("a total by its name, and not the sum of the other rows");
    }

    [Theory]
    [InlineData("Average,meals,2026-03-01,5.5")]
    [InlineData("平均,meals,2026-03-01,6")]
    [InlineData("Maximum,meals,2026-03-01,6")]
    [InlineData("C1 average,meals,2026-03-01,5")]
    [InlineData("去年同期,meals,2026-03-01,5")]
    [InlineData("Target,meals,2026-03-01,5")]
    public async Task Ingest_AverageOrExtreme_IsRejected(string row)
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/a.csv", Header + "C1,meals,2026-03-01,5\nC2,meals,2026-03-01,6\n" + row + "\n");

        (account.Kept, account.Duplicates, account.Rejected).ShouldBe((2, 0, 1));
    }

    [Fact]
    public async Task Ingest_NameThatSoundsLikeATotal_IsKeptUnlessItIsTheSum()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/a.csv", Header + "C1,meals,2026-03-01,5\nTotal Fitness,meals,2026-03-01,12\n");

        (account.Kept, account.Duplicates, account.Rejected).ShouldBe((2, 0, 0));
    }

    [Fact]
    public void KindOf_PlaceNames_SayNothing()
    {
        foreach (var name in new[] { "Riverside", "Totnes", "Summerfield", "合肥", "总部社区", "Sumner", "Media", "Incline Village",
            "含光社区", "Alleghany", "Of Mice Lane", "Ofwhom", "Amongst Pines", "Gesell", "계룡", "Sumy", "Ebbing" })
            SummaryWords.KindOf(name).ShouldBe(SummaryKind.None, name);
    }
}
