using CommunityDemand.Pipeline.Ingest.Rows;

namespace CommunityDemand.Tests.Pipeline.Ingest.Rows;

public sealed class SimilarKeysTests
{
    [Theory]
    [InlineData("0107", "107")]
    [InlineData("107", "107.0")]
    [InlineData("St. Mary's", "St Marys")]
    [InlineData("River-side", "Riverside")]
    [InlineData("龙华", "龍華")]
    public void Find_SpellingsOfOneKey_AreTold(string first, string second) =>
        SimilarKeys.Find([first, second, "Other"]).ShouldHaveSingleItem().ShouldBe([first, second], ignoreOrder: true);

    [Theory]
    [InlineData("0107", "0108")]
    [InlineData("Branch A", "Branch B")]
    [InlineData("East Ward", "West Ward")]
    [InlineData("河西", "河滨")]
    [InlineData("107", "1070")]
    public void Find_DifferentKeys_AreNot(string first, string second) => SimilarKeys.Find([first, second]).ShouldBeEmpty();
}
