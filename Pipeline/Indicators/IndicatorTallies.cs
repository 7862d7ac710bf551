using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>The tallies of a night's indicators, each with the table that its rows go to.</summary>
internal sealed class IndicatorTallies(IReadOnlyList<(PlacedTable Table, FactTally Tally)> tallies) : IDisposable
{
    public IEnumerable<IFactWatcher> Watchers => tallies.Select(one => one.Tally);

    /// <summary>Trains what indicators learn, after the last fact.</summary>
    public void Train(CancellationToken cancellationToken)
    {
        foreach (var (_, tally) in tallies) tally.Train?.Invoke(cancellationToken);
    }

    /// <summary>The rows, a table at a time, made as they are read.</summary>
    public IEnumerable<(PlacedTable Table, IEnumerable<PlacedRow> Rows)> Tables() =>
        tallies.GroupBy(one => one.Table, one => one.Tally).Select(table => (table.Key, table.SelectMany(tally => tally.Rows())));

    public void Dispose()
    {
        foreach (var (_, tally) in tallies) tally.Dispose();
    }
}
