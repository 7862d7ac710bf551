using System.Runtime.InteropServices;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Ingest.Schemas;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Sums usage by community, service, day and group in a bounded dictionary; what spills over becomes a further file.</summary>
internal sealed class UsageSink(FactPartWriter parts, ReportedDays days) : IFactSink
{
    private const int MostKeys = 65_536;

    private readonly Dictionary<Key, Sums> _sums = [];

    public ValueTask AddAsync(Cell[] cells, CancellationToken cancellationToken)
    {
        var key = new Key(
            cells[UsageCells.Community].Text!, cells[UsageCells.Service].Text!, cells[UsageCells.Group].Text, (int)cells[UsageCells.Date].Number);
        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, key, out _);
        // A row without visits has an id: it is one event.
        sums.Visits += cells[UsageCells.Visits].NumberOrNull ?? 1;
        sums.Unmet += cells[UsageCells.Unmet].NumberOrNull ?? 0;
        if (cells[UsageCells.StaffHours].NumberOrNull is { } hours) sums.StaffHours = (sums.StaffHours ?? 0) + hours;
        if (cells[UsageCells.ResponseMinutes].NumberOrNull is { } minutes)
        {
            sums.Minutes += minutes;
            (sums.Bins ??= new int[UsageColumns.Bins])[ResponseTimes.BinOf(minutes)]++;
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
        var row = new Cell[UsageColumns.All.Length];
        row[UsageColumns.Community] = Cell.Of(key.Community);
        row[UsageColumns.Service] = Cell.Of(key.Service);
        row[UsageColumns.Date] = Cell.Of(DateOnly.FromDayNumber(key.Day));
        row[UsageColumns.Group] = key.Group is null ? Cell.Missing : Cell.Of(key.Group);
        row[UsageColumns.Visits] = Cell.Of(sums.Visits);
        row[UsageColumns.Unmet] = Cell.Of(sums.Unmet);
        row[UsageColumns.StaffHours] = Cell.Of(sums.StaffHours ?? double.NaN);
        row[UsageColumns.ResponseMinutes] = Cell.Of(sums.Bins is null ? double.NaN : sums.Minutes);
        for (var bin = 0; bin < UsageColumns.Bins; bin++) row[UsageColumns.FirstBin + bin] = Cell.Of(sums.Bins?[bin] ?? double.NaN);
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
