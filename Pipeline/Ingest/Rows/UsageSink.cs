using System.Runtime.InteropServices;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Sums usage by community, service, day and group in a bounded dictionary; what spills over becomes a further file.</summary>
internal sealed class UsageSink(FactPartWriter parts, ReportedDays days) : IFactSink
{
    private const int MostKeys = 65_536;

    private static readonly double DefaultVisits = UsageFact.Schema.Columns[UsageCells.Visits].DefaultNumber;
    private static readonly double DefaultUnmet = UsageFact.Schema.Columns[UsageCells.Unmet].DefaultNumber;

    private readonly Dictionary<Key, Sums> _sums = [];

    public ValueTask AddAsync(Cell[] cells, CancellationToken cancellationToken)
    {
        var key = new Key(
            cells[UsageCells.Community].Text!, cells[UsageCells.Service].Text!, cells[UsageCells.Group].Text,
            (int)cells[UsageCells.Date].Number);
        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, key, out _);
        sums.Visits += cells[UsageCells.Visits].NumberOrNull ?? DefaultVisits;
        sums.Unmet += cells[UsageCells.Unmet].NumberOrNull ?? DefaultUnmet;
        if (cells[UsageCells.StaffHours].NumberOrNull is { } hours) sums.StaffHours = (sums.StaffHours ?? 0) + hours;
        if (cells[UsageCells.ResponseMinutes].NumberOrNull is { } minutes)
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
            .Select(p => Row(p.Key, p.Value))
            .ToArray();
        foreach (var key in _sums.Keys) days.Add(key.Community, DateOnly.FromDayNumber(key.Day));
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
        row[UsageCells.StaffHours] = Cell.Of(sums.StaffHours ?? double.NaN);
        row[UsageCells.ResponseMinutes] = Cell.Of(sums.Bins is null ? double.NaN : sums.Minutes);
        for (var bin = 0; bin < UsageCells.Bins; bin++) row[UsageCells.FirstBin + bin] = Cell.Of(sums.Bins?[bin] ?? double.NaN);
        return row;
    }

    private readonly record struct Key(string Community, string Service, string? Group, int Day);

    private struct Sums
    {
        public double Visits;
        public double Unmet;
        public double? StaffHours;
        public double Minutes;
        public int[]? Bins;
    }
}
