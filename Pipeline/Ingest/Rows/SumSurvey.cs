using System.IO.Hashing;
using System.Runtime.InteropServices;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Keys;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>
/// Finds the rows of daily sums whose visits are the sum of all other rows that differ in the keys named a total, or of those since the row
/// of the kind before. One pass, which only a file with such a key costs.
/// </summary>
internal sealed class SumSurvey
{
    // Sums of a large city's years; beyond, no total can be proved.
    private const int MostGroups = 2_000_000;
    private const int MostTotals = 1_000_000;

    private static readonly int[] Keys = [UsageCells.Community, UsageCells.Service, UsageCells.Group];
    private static readonly double DefaultVisits = UsageFact.Schema.Columns[UsageCells.Visits].DefaultNumber;

    private readonly Dictionary<ulong, double> _all = [];
    private readonly Dictionary<ulong, double>[] _block = [.. Enumerable.Range(0, 1 << Keys.Length)
        .Select(_ => new Dictionary<ulong, double>())];
    private readonly List<(long Row, ulong Group, double Visits, double Block)> _totals = [];

    /// <summary>Reads all rows.</summary>
    public static async Task<RowSet> ReadAsync(
        RowSource rows, RowParser parser, DatasetSchema schema, ParseContext context, CancellationToken cancellationToken)
    {
        var survey = new SumSurvey();
        for (long row = 0; await rows.ReadAsync(cancellationToken); row++)
        {
            if (parser.Parse().Kind == RowVerdictKind.Kept) survey.Add(parser.Cells, row, schema, context);
        }

        return survey.Proved();
    }

    private void Add(Cell[] cells, long row, DatasetSchema schema, ParseContext context)
    {
        var visits = cells[UsageCells.Visits].NumberOrNull ?? DefaultVisits;
        var wild = 0;
        for (var i = 0; i < Keys.Length; i++)
        {
            if (cells[Keys[i]].Text is not { } key) continue;
            var kind = context.SummaryOf(schema.Columns[Keys[i]], key);
            if (kind is SummaryKind.Part or SummaryKind.Average or SummaryKind.Comparison) return;
            if (kind != SummaryKind.None) wild |= 1 << i;
        }

        if (wild == 0) Count(cells, visits);
        else if (_totals.Count < MostTotals) Hold(cells, row, wild, visits);
    }

    private void Count(Cell[] cells, double visits)
    {
        for (var wild = 1; wild < _block.Length; wild++)
        {
            var group = GroupOf(cells, wild);
            if (_all.Count >= MostGroups && !_all.ContainsKey(group)) continue;
            CollectionsMarshal.GetValueRefOrAddDefault(_all, group, out _) += visits;
            CollectionsMarshal.GetValueRefOrAddDefault(_block[wild], group, out _) += visits;
        }
    }

    private void Hold(Cell[] cells, long row, int wild, double visits)
    {
        var group = GroupOf(cells, wild);
        _totals.Add((row, group, visits, _block[wild].GetValueOrDefault(group, double.NaN)));
        _block[wild].Remove(group);
    }

    private RowSet Proved()
    {
        var proved = new RowSet();
        foreach (var (row, group, visits, block) in _totals)
        {
            if (Equal(visits, block) || (_all.TryGetValue(group, out var all) && Equal(visits, all))) proved.Add(row);
        }

        return proved;
    }

    private static bool Equal(double figure, double sum) => Math.Abs(figure - sum) < 0.5;

    // The keys that are not wild, and the day.
    private static ulong GroupOf(Cell[] cells, int wild)
    {
        var hash = new XxHash3(wild);
        var day = cells[UsageCells.Date].Number;
        hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<double>(in day)));
        for (var i = 0; i < Keys.Length; i++)
        {
            if ((wild & (1 << i)) != 0) continue;
            hash.Append(MemoryMarshal.AsBytes(cells[Keys[i]].Text.AsSpan()));
            hash.Append([0xFF, (byte)i]);
        }

        return hash.GetCurrentHashAsUInt64();
    }
}
