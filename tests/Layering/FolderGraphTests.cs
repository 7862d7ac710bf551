namespace CommunityDemand.Tests.Layering;

public sealed class FolderGraphTests
{
    [Fact]
    public void Cycles_ThreeFoldersInARing_AreOneGroup()
    {
        var graph = new FolderGraph([("A", "B", "a"), ("B", "C", "b"), ("C", "A", "c"), ("D", "A", "d"), ("C", "E", "e")]);
        graph.Cycles().ShouldHaveSingleItem().ShouldBe(["A", "B", "C"]);
        graph.Lines().ShouldBe(
        [
            "E: ",
            "not in order: A: B (a)",
            "not in order: B: C (b)",
            "not in order: C: A (c)",
            "not in order: C: E (e)",
            "not in order: D: A (d)",
        ]);
    }

    [Fact]
    public void Lines_WithoutACycle_NameEachFolderAfterThoseItKnows()
    {
        var graph = new FolderGraph([("A", "B", "a"), ("A", "C", "b"), ("B", "C", "c"), ("C", "C", "")]);
        graph.Cycles().ShouldBeEmpty();
        graph.Lines().ShouldBe(["C: ", "B: C", "A: B, C"]);
    }
}
