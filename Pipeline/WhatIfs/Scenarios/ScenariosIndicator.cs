using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>Table <c>Scenarios</c>: demand and shortage under what-if scenarios.</summary>
internal sealed class ScenariosIndicator(WorkFiles work) : IForecastIndicator
{
    public PlacedTable Table => ScenariosRow.Table;

    public async Task<IReadOnlyList<PlacedRow>> ComputeAsync(
        RunPlan plan, IReadOnlyList<NodeRow> nodes, CancellationToken cancellationToken)
    {
        var basis = WhatIfBasis.Of(plan, await work.ReadWhatIfFactsAsync(plan.Run, cancellationToken));
        var series = ScenarioSeriesMaker.Of(DemandSeries.Of(nodes), basis);
        var tally = new ScenarioTally(series, plan.City);
        return
        [
            .. DefaultScenarios.Of(series, basis).SelectMany(scenario => tally.Rows(scenario).Select(row => new ScenariosRow
            {
                Level = row.Level,
                Area = row.Area,
                Scope = row.Scope,
                Scenario = scenario.Code,
                Title = scenario.Title,
                Figures = row.Figures,
            })),
        ];
    }
}
