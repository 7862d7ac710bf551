using CommunityDemand.Pipeline.Ingest.Rows;

namespace CommunityDemand.Tests.Pipeline.Ingest.Rows;

public sealed class SimilarNamesTests
{
    [Theory]
    [InlineData("Riversde", 1, "Riverside", 3)]
    [InlineData("Riversidee", 1, "Riverside", 1)]
    [InlineData("Riversiede", 2, "Riverside", 9)]
    [InlineData("Riverisde", 1, "Riverside", 2)]
    [InlineData("Iverside", 1, "Riverside", 30)]
    [InlineData("Grunau", 1, "Grünau", 2)]
    [InlineData("河宾社区", 1, "河滨社区", 3)]
    public void Find_SlipOfThePen_IsToldWithItsRows(string rarer, long rows, string usual, long usualRows) =>
        Find((usual, usualRows), ("Somewhere", 5), (rarer, rows)).ShouldHaveSingleItem()
            .ShouldBe(new SimilarName("community", rarer, rows, usual, usualRows));

    [Theory]
    [InlineData("Station 1", "Station 2")]
    [InlineData("Station 11", "Station 12")]
    [InlineData("T03", "T04")]
    [InlineData("Branch A", "Branch B")]
    [InlineData("Ward II", "Ward III")]
    [InlineData("Northside", "Southside")]
    [InlineData("Easton", "Weston")]
    [InlineData("AP-00017", "AP-00018")]
    [InlineData("东园社区", "西园社区")]
    [InlineData("新村一社区", "新村二社区")]
    [InlineData("东苑社区", "东园社区")]
    [InlineData("Riverside", "Lakeside")]
    [InlineData("River-side", "Riverside")]
    public void Find_NamesThatDifferByRight_AreNotTold(string first, string second) =>
        Find((first, 10), (second, 9)).ShouldBeEmpty();

    private static IEnumerable<SimilarName> Find(params (string Name, long Rows)[] names) =>
        SimilarNames.Find("community", names.ToDictionary(name => name.Name, name => name.Rows));
}
