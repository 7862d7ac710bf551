using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Keys;

namespace CommunityDemand.Tests.Pipeline.Ingest.Keys;

public sealed class RowIdentityTests
{
    [Theory]
    [InlineData(nameof(IdScope.All), true, true)]
    [InlineData(nameof(IdScope.Community), true, false)]
    [InlineData(nameof(IdScope.File), false, true)]
    public void KeyOf_SameIdElsewhere_IsTheSameInsideItsScope(string scope, bool acrossFiles, bool acrossCommunities)
    {
        var first = Key(scope, "usage/a.csv", "C1");

        (Key(scope, "usage/b.csv", "C1").Hash == first.Hash).ShouldBe(acrossFiles);
        (Key(scope, "usage/a.csv", "C2").Hash == first.Hash).ShouldBe(acrossCommunities);
        Key(scope, "usage/a.csv", "C1").ShouldBe(first);
    }

    [Fact]
    public void KeyOf_ScopeOfAllFiles_IsWhatEarlierVersionsStored() =>
        Key(nameof(IdScope.All), "usage/a.csv", "C1").Hash.ShouldBe(RowHash.OfId("7"));

    [Fact]
    public void KeyOf_RowWithoutId_IsNone() => Identity(IdScope.All).KeyOf(Row("C1", null, 3), 0).ShouldBeNull();

    [Fact]
    public void KeyOf_ContentWithADefaultLeftOut_IsTheSame() =>
        Identity(IdScope.All).KeyOf(Row("C1", "7", double.NaN), 0)!.Value.Content.ShouldBe(
            Identity(IdScope.All).KeyOf(Row("C1", "7", 1), 0)!.Value.Content);

    [Fact]
    public void KeyOf_AnyOtherCell_IsAnotherContent()
    {
        var row = Row("C1", "7", 1);
        var content = Identity(IdScope.All).KeyOf(row, 0)!.Value.Content;

        for (var place = 0; place < row.Length; place++)
        {
            if (place == UsageCells.EventId) continue;
            var other = (Cell[])row.Clone();
            other[place] = UsageFact.Schema.Columns[place] is TextColumn ? Cell.Of("other") : Cell.Of(8.0);
            Identity(IdScope.All).KeyOf(other, 0)!.Value.Content.ShouldNotBe(content, UsageFact.Schema.Columns[place].Name);
        }
    }

    private static RowKey Key(string scope, string path, string community) =>
        new RowIdentity(UsageFact.Schema, Enum.Parse<IdScope>(scope), path).KeyOf(Row(community, "7", 1), 0)!.Value;

    private static RowIdentity Identity(IdScope scope) => new(UsageFact.Schema, scope, "usage/a.csv");

    private static Cell[] Row(string community, string? id, double visits)
    {
        var row = UsageFact.Schema.Columns.Select(_ => Cell.Missing).ToArray();
        row[UsageCells.Community] = Cell.Of(community);
        row[UsageCells.Service] = Cell.Of("meals");
        row[UsageCells.Date] = Cell.Of(new DateOnly(2026, 3, 1));
        row[UsageCells.Visits] = Cell.Of(visits);
        if (id is not null) row[UsageCells.EventId] = Cell.Of(id);
        return row;
    }
}
