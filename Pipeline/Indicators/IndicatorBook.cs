using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>Computes a run's indicators, each when what it rests on is known, and keeps them until they are published: a table at a time, since all of them at once would be most of a night's memory.</summary>
internal sealed class IndicatorBook(IEnumerable<IFactIndicator> ofFacts, IEnumerable<IForecastIndicator> ofForecasts, WorkFiles work)
{
    /// <summary>The tables that indicators fill.</summary>
    public IEnumerable<PlacedTable> Tables => ofFacts.Select(indicator => indicator.Table).Concat(ofForecasts.Select(indicator => indicator.Table)).Distinct();

    /// <summary>Begins what facts tell; the facts must stream past next.</summary>
    public IndicatorTallies Begin(IndicatorScope scope) => new([.. ofFacts.Select(indicator => (indicator.Table, indicator.Begin(scope)))]);

    /// <summary>Keeps the rows with the run's working files, after the last fact.</summary>
    public async Task WriteAsync(string run, IndicatorTallies tallies, CancellationToken cancellationToken)
    {
        foreach (var (table, rows) in tallies.Tables()) await work.WriteRowsAsync(run, table, rows, cancellationToken);
    }

    /// <summary>All of a run's rows of a table.</summary>
    public async Task<IReadOnlyList<PlacedRow>> ReadAsync(
        PlacedTable table, RunPlan plan, IReadOnlyList<NodeRow> nodes, CancellationToken cancellationToken)
    {
        var rows = new List<PlacedRow>();
        if (ofFacts.Any(indicator => indicator.Table == table)) rows.AddRange(await work.ReadRowsAsync(plan.Run, table, cancellationToken));
        foreach (var indicator in ofForecasts.Where(indicator => indicator.Table == table)) rows.AddRange(await indicator.ComputeAsync(plan, nodes, cancellationToken));
        return rows;
    }
}
