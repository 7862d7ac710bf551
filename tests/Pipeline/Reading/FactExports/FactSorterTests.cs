using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Reading.FactExports;

namespace CommunityDemand.Tests.Pipeline.Reading.FactExports;

public sealed class FactSorterTests
{
    [Fact]
    public void Rows_MoreThanFitInMemory_AreSumsInOrder()
    {
        var random = new Random(4);
        var expected = new SortedDictionary<(int Day, string Community), double>();
        using var sorter = new FactSorter(UsageFact.Schema, mostInMemory: 100);
        for (var i = 0; i < 5_000; i++)
        {
            var key = (Day: random.Next(40), Community: $"C{random.Next(10)}");
            expected[key] = expected.GetValueOrDefault(key) + i;
            sorter.Add(Row(key.Community, key.Day, i));
        }

        var rows = sorter.Rows()
            .Select(row => ((row[UsageCells.Date].Day.DayNumber, row[UsageCells.Community].Text!), row[UsageCells.Visits].Number))
            .ToArray();

        rows.ShouldBe(expected.Select(pair => (pair.Key, pair.Value)));
        sorter.Rows().First()[UsageCells.StaffHours].IsMissing.ShouldBeTrue();
    }

    private static Cell[] Row(string community, int day, double visits)
    {
        var row = Enumerable.Repeat(Cell.Missing, UsageFact.Schema.Facts.Length).ToArray();
        row[UsageCells.Community] = Cell.Of(community);
        row[UsageCells.Service] = Cell.Of("meals");
        row[UsageCells.Date] = Cell.Of(DateOnly.FromDayNumber(day));
        row[UsageCells.Visits] = Cell.Of(visits);
        return row;
    }
}
