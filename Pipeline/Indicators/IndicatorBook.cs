using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Runs.Work;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>Computes a run's indicators, each when what it rests on is known, and keeps them until they are published: a table at a time, since all of them at once would be most of a night's memory.</summary>
internal sealed class IndicatorBook(IEnumerable<IFactIndicator> ofFacts, IEnumerable<IForecastIndicator> ofForecasts, FactPass pass, WorkFiles work)
{
    /// <summary>The tables that indicators fill.</summary>
    public IEnumerable<PlacedTable> Tables => ofFacts.Select(indicator => indicator.Table).Concat(ofForecasts.Select(indicator => indicator.Table)).Distinct();

    /// <summary>Computes what facts tell, and keeps it with the run's working files.</summary>
    public async Task WriteAsync(string run, IndicatorScope scope, CancellationToken cancellationToken)
    {
        var tallies = new List<(PlacedTable Table, FactTally Tally)>();
        foreach (var indicator in ofFacts) tallies.Add((indicator.Table, await indicator.BeginAsync(scope, cancellationToken)));
        await pass.RunAsync([.. tallies.Select(one => one.Tally)], scope, cancellationToken);
        foreach (var table in tallies.ToLookup(one => one.Table, one => one.Tally))
            await work.WriteRowsAsync(run, table.Key, table.SelectMany(tally => tally.Rows()), cancellationToken);
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
