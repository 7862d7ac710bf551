using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Runs.Work;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>Computes a run's indicators, each when what it rests on is known, and keeps them until they are published.</summary>
internal sealed class IndicatorBook(IEnumerable<IFactIndicator> ofFacts, IEnumerable<IForecastIndicator> ofForecasts, WorkFiles work)
{
    /// <summary>Computes what facts tell, and keeps it with the run's working files.</summary>
    public async Task WriteAsync(string run, IndicatorScope scope, CancellationToken cancellationToken)
    {
        var tables = new List<IndicatorTable>();
        foreach (var indicator in ofFacts) tables.Add(new(indicator.Table.Name, await indicator.ComputeAsync(scope, cancellationToken)));
        await work.WriteIndicatorsAsync(run, tables, cancellationToken);
    }

    /// <summary>All of a run's indicators, by table.</summary>
    public async Task<ILookup<PublicTable, IndicatorRow>> ReadAsync(RunPlan plan, IReadOnlyList<NodeRow> nodes, CancellationToken cancellationToken)
    {
        var tables = new List<IndicatorTable>(await work.ReadIndicatorsAsync(plan.Run, cancellationToken));
        foreach (var indicator in ofForecasts) tables.Add(new(indicator.Table.Name, await indicator.ComputeAsync(plan, nodes, cancellationToken)));
        return tables
            .SelectMany(table => table.Rows.Select(row => (Table: PublicTable.All.Single(known => known.Name == table.Name), Row: row)))
            .ToLookup(pair => pair.Table, pair => pair.Row);
    }
}

/// <summary>Rows for a table.</summary>
internal sealed record IndicatorTable(string Name, IReadOnlyList<IndicatorRow> Rows);
