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
    [InlineData("Ward Ⅳ", "Ward IV")]
    [InlineData("Ward ⅳ", "ward iv")]
    [InlineData("Desk ①", "Desk 1")]
    [InlineData("Desk ⑿", "Desk 12")]
    [InlineData("№ 5 School", "No. 5 School")]
    [InlineData("Nº 5 School", "No 5 School")]
    [InlineData("Hauptstraße", "Hauptstrasse")]
    [InlineData("Ofﬁce", "Office")]
    [InlineData("İzmir", "Izmir")]
    [InlineData("Kadıköy", "Kadiköy")]
    [InlineData("Сentral", "Central")]
    [InlineData("Αlpha", "Alpha")]
    public void Find_SpellingsOfOneKey_AreTold(string first, string second) =>
        SimilarKeys.Find([first, second, "Other"]).ShouldHaveSingleItem().ShouldBe([first, second], ignoreOrder: true);

    [Theory]
    [InlineData("0107", "0108")]
    [InlineData("Branch A", "Branch B")]
    [InlineData("East Ward", "West Ward")]
    [InlineData("河西", "河滨")]
    [InlineData("107", "1070")]
    [InlineData("Ward Ⅳ", "Ward VI")]
    [InlineData("Desk ①", "Desk ②")]
    [InlineData("Север", "Сервер")]
    public void Find_DifferentKeys_AreNot(string first, string second) => SimilarKeys.Find([first, second]).ShouldBeEmpty();
}
