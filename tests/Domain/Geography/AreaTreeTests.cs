using CommunityDemand.Domain.Geography;
using CsCheck;

namespace CommunityDemand.Tests.Domain.Geography;

public sealed class AreaTreeTests
{
    private static readonly Community[] Sample =
    [
        new("c1", "One", "Riverside", "North", "Anping"),
        new("c2", "Two", "Riverside", "South", "Anping"),
        new("c3", "Three", "Hill", "North", "Anping"),
    ];

    [Fact]
    public void At_SameSubdistrictNameInTwoDistricts_KeepsThemApart()
    {
        var tree = new AreaTree(Sample);

        tree.At(AreaLevel.Subdistrict).Select(a => a.Code).ShouldBe(["North/Hill", "North/Riverside", "South/Riverside"]);
        tree.At(AreaLevel.District).Select(a => a.Code).ShouldBe(["North", "South"]);
        tree.At(AreaLevel.City).ShouldBe([tree.City]);
    }

    [Fact]
    public void PathTo_Community_RunsFromTheCity()
    {
        var tree = new AreaTree(Sample);
        tree.TryGet(AreaLevel.Community, "c3", out var area).ShouldBeTrue();

        tree.PathTo(area!).Select(a => a.Code).ShouldBe(["Anping", "North", "North/Hill", "c3"]);
        tree.AreaOf("c3", AreaLevel.District).Code.ShouldBe("North");
    }

    [Fact]
    public void CommunitiesUnder_EachLevel_AreThoseBelow()
    {
        var tree = new AreaTree(Sample);
        tree.TryGet(AreaLevel.District, "North", out var north).ShouldBeTrue();

        tree.CommunitiesUnder(north!).Select(c => c.Code).ShouldBe(["c3", "c1"]);
        tree.CommunitiesUnder(tree.City).Count().ShouldBe(3);
    }

    [Fact]
    public void Constructor_RepeatedCommunity_LastRowCounts()
    {
        var tree = new AreaTree([.. Sample, Sample[0] with { District = "South" }]);

        tree.AreaOf("c1", AreaLevel.District).Code.ShouldBe("South");
        tree.Communities.Count.ShouldBe(3);
    }

    [Fact]
    public void Constructor_UndescribedCommunity_IsUnassignedInTheSameCity()
    {
        var tree = new AreaTree(Sample, ["c1", "c9"]);

        tree.TryGetCommunity("c9", out var community).ShouldBeTrue();
        community!.City.ShouldBe("Anping");
        tree.AreaOf("c9", AreaLevel.Subdistrict).Code.ShouldBe("(unassigned)/(unassigned)");
        tree.AreaOf("c9", AreaLevel.City).ShouldBe(tree.City);
    }

    [Fact]
    public void Constructor_TwoCityNames_CommonestCounts() =>
        new AreaTree([.. Sample, new("c4", "Four", "Hill", "North", "Anpng")]).City.Code.ShouldBe("Anping");

    [Fact]
    public void Constructor_SlashInName_StaysOneLevel()
    {
        var tree = new AreaTree([new("x", "X", "b/c", "a", ""), new("y", "Y", "c", "a/b", "")]);

        tree.At(AreaLevel.Subdistrict).Count.ShouldBe(2);
        tree.At(AreaLevel.Subdistrict).ShouldAllBe(a => a.Code.Count(c => c == '/') == 1);
    }

    [Fact]
    public void Constructor_Nothing_IsACityAlone()
    {
        var tree = new AreaTree([]);

        tree.City.Code.ShouldBe(Community.DefaultCity);
        tree.Communities.ShouldBeEmpty();
    }

    [Fact]
    public void Constructor_AnyCommunities_PartitionAtEveryLevel()
    {
        var name = Gen.OneOf("a", "b", "c", "", "a/b", " a ");
        Gen.Select(Gen.Int[0, 30], name, name, name, (i, s, d, c) => new Community($"c{i}", "", s, d, c)).Array[0, 40].Sample(communities =>
        {
            var tree = new AreaTree(communities, ["c1", "c99"]);
            foreach (var level in Enum.GetValues<AreaLevel>())
            {
                tree.At(level).SelectMany(tree.CommunitiesUnder).Select(c => c.Code).Order(StringComparer.Ordinal)
                    .ShouldBe(tree.Communities.Select(c => c.Code));
            }
        });
    }
}
