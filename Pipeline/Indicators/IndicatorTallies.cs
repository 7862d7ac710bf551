using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>Tallies of a night's indicators, each with its table.</summary>
internal sealed class IndicatorTallies(IReadOnlyList<(PlacedTable Table, FactTally Tally)> tallies) : IDisposable
{
    public IEnumerable<IFactWatcher> Watchers => tallies.Select(one => one.Tally);

    /// <summary>Trains the models of the indicators, after the last fact.</summary>
    public void Train(CancellationToken cancellationToken)
    {
        foreach (var (_, tally) in tallies) tally.Train?.Invoke(cancellationToken);
    }

    /// <summary>Rows by table, created while reading.</summary>
    public IEnumerable<(PlacedTable Table, IEnumerable<PlacedRow> Rows)> Tables() =>
        tallies.GroupBy(one => one.Table, one => one.Tally).Select(table => (table.Key, table.SelectMany(tally => tally.Rows())));

    public void Dispose()
    {
        foreach (var (_, tally) in tallies) tally.Dispose();
    }
}
