using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>
/// Computes the indicators of a run, each when its inputs are known, and keeps the rows until they are published. Tables are handled one
/// at a time, because all of them together would need most of a night's memory.
/// </summary>
internal sealed class IndicatorBook(IEnumerable<IFactIndicator> ofFacts, IEnumerable<IForecastIndicator> ofForecasts, WorkFiles work)
{
    /// <summary>Tables of the indicators.</summary>
    public IEnumerable<PlacedTable> Tables =>
        ofFacts.Select(indicator => indicator.Table).Concat(ofForecasts.Select(indicator => indicator.Table)).Distinct();

    /// <summary>Begins the indicators that depend on facts; the facts must be streamed next.</summary>
    public IndicatorTallies Begin(IndicatorScope scope) => new([.. ofFacts.Select(indicator => (indicator.Table, indicator.Begin(scope)))]);

    /// <summary>Writes the rows to the run's working files, after the last fact.</summary>
    public async Task WriteAsync(string run, IndicatorTallies tallies, CancellationToken cancellationToken)
    {
        foreach (var (table, rows) in tallies.Tables()) await work.WriteRowsAsync(run, table, rows, cancellationToken);
    }

    /// <summary>All rows of a table of a run.</summary>
    public async Task<IReadOnlyList<PlacedRow>> ReadAsync(
        PlacedTable table, RunPlan plan, IReadOnlyList<NodeRow> nodes, CancellationToken cancellationToken)
    {
        var rows = new List<PlacedRow>();
        if (ofFacts.Any(indicator => indicator.Table == table)) rows.AddRange(await work.ReadRowsAsync(plan.Run, table, cancellationToken));
        foreach (var indicator in ofForecasts.Where(indicator => indicator.Table == table))
            rows.AddRange(await indicator.ComputeAsync(plan, nodes, cancellationToken));
        return rows;
    }
}
