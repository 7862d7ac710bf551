using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Tests.Pipeline.Facts;

public sealed class FactFileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_WrittenAtOnce_ReadBackWhole()
    {
        var day = new DateOnly(2025, 3, 7);
        Cell[][] rows = [.. Enumerable.Range(0, 40)
            .Select(i => (Cell[])[Cell.Of($"C{i}"), i % 2 == 0 ? Cell.Missing : Cell.Of("old"), Cell.Of(day.AddDays(i)), Cell.Of(i)])];

        for (var round = 0; round < 500; round++)
        {
            FactColumn[] columns =
            [
                new("community", FactColumnKind.Text),
                new("group", FactColumnKind.Text),
                new("date", FactColumnKind.Date),
                new("count", FactColumnKind.Number),
            ];
            await Parallel.ForAsync(0, 4, Cancel, async (_, cancel) =>
            {
                await using var file = await FactFile.WriteAsync(columns, rows, cancel);
                var read = await FactFile.ReadAsync(columns, file, -1, DateOnly.MinValue, DateOnly.MaxValue, cancel).ToListAsync(cancel);
                read.Count.ShouldBe(rows.Length);
                for (var i = 0; i < rows.Length; i++) read[i].ShouldBe(rows[i]);
            });
        }
    }

    [Fact]
    public async Task Read_AFileFromBeforeAColumnWasAdded_HasNoValueThere()
    {
        FactColumn[] before = [new("community", FactColumnKind.Text), new("count", FactColumnKind.Number)];
        FactColumn[] after = [before[0], new("added", FactColumnKind.Date), before[1]];
        await using var file = await FactFile.WriteAsync(before, [[Cell.Of("C1"), Cell.Of(4)]], Cancel);

        var row = await FactFile.ReadAsync(after, file, 1, DateOnly.MinValue, DateOnly.MaxValue, Cancel).SingleAsync(Cancel);

        row.ShouldBe([Cell.Of("C1"), Cell.Missing, Cell.Of(4)]);
    }
}
