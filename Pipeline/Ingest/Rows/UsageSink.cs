using System.Runtime.InteropServices;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>
/// Sums usage by community, service, day, group and period in a bounded dictionary; what spills over becomes a further file.
/// </summary>
internal sealed class UsageSink(IFactParts parts, ReportedDays days, CellSample cells, CountedDemand demand) : IFactSink
{
    private const int MostKeys = 65_536;

    private static readonly double DefaultVisits = UsageFact.Schema.Columns[UsageCells.Visits].DefaultNumber;
    private static readonly double DefaultUnmet = UsageFact.Schema.Columns[UsageCells.Unmet].DefaultNumber;

    private readonly Dictionary<Key, Sums> _sums = [];

    public ValueTask AddAsync(Cell[] row, CancellationToken cancellationToken)
    {
        var key = new Key(
            row[UsageCells.Community].Text!, row[UsageCells.Service].Text!, row[UsageCells.Group].Text, (int)row[UsageCells.Date].Number,
            row[UsageCells.Period].Text);
        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, key, out _);
        sums.Visits += row[UsageCells.Visits].NumberOrNull ?? DefaultVisits;
        sums.Unmet += row[UsageCells.Unmet].NumberOrNull ?? DefaultUnmet;
        if (row[UsageCells.StaffHours].NumberOrNull is { } hours) sums.StaffHours = (sums.StaffHours ?? 0) + hours;
        if (row[UsageCells.ResponseMinutes].NumberOrNull is { } minutes)
        {
            sums.Minutes += minutes;
            (sums.Bins ??= new int[UsageCells.Bins])[ResponseTimes.BinOf(minutes)]++;
        }

        return _sums.Count < MostKeys ? ValueTask.CompletedTask : new ValueTask(CompleteAsync(cancellationToken));
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_sums.Count == 0) return;
        var rows = _sums
            .OrderBy(p => p.Key.Day)
            .ThenBy(p => p.Key.Community, StringComparer.Ordinal)
            .ThenBy(p => p.Key.Service, StringComparer.Ordinal)
            .ThenBy(p => p.Key.Group, StringComparer.Ordinal)
            .ThenBy(p => p.Key.Period, StringComparer.Ordinal)
            .Select(p => Row(p.Key, p.Value))
            .ToArray();
        foreach (var (key, sums) in _sums)
        {
            days.Add(key.Community, DateOnly.FromDayNumber(key.Day));
            demand.Add(Frequencies.TryParse(key.Period, out var period) ? period : Frequency.Daily, sums.Visits + sums.Unmet);
        }

        foreach (var row in rows)
            cells.Add(CellSample.CellOf(row), new CellSum(row[UsageCells.Visits].Number, row[UsageCells.Unmet].Number));
        _sums.Clear();
        await parts.WriteAsync(rows, cancellationToken);
    }

    private static Cell[] Row(Key key, Sums sums)
    {
        var row = new Cell[UsageFact.Schema.Facts.Length];
        row[UsageCells.Community] = Cell.Of(key.Community);
        row[UsageCells.Service] = Cell.Of(key.Service);
        row[UsageCells.Date] = Cell.Of(DateOnly.FromDayNumber(key.Day));
        row[UsageCells.Group] = key.Group is null ? Cell.Missing : Cell.Of(key.Group);
        row[UsageCells.Visits] = Cell.Of(sums.Visits);
        row[UsageCells.Unmet] = Cell.Of(sums.Unmet);
        row[UsageCells.Period] = key.Period is null ? Cell.Missing : Cell.Of(key.Period);
        row[UsageCells.StaffHours] = Cell.Of(sums.StaffHours ?? double.NaN);
        row[UsageCells.ResponseMinutes] = Cell.Of(sums.Bins is null ? double.NaN : sums.Minutes);
        for (var bin = 0; bin < UsageCells.Bins; bin++) row[UsageCells.FirstBin + bin] = Cell.Of(sums.Bins?[bin] ?? double.NaN);
        return row;
    }

    private readonly record struct Key(string Community, string Service, string? Group, int Day, string? Period);

    private struct Sums
    {
        public double Visits;
        public double Unmet;
        public double? StaffHours;
        public double Minutes;
        public int[]? Bins;
    }
}
