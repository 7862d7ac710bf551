using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Runs.Work;
using CommunityDemand.Pipeline.WhatIfs;

namespace CommunityDemand.Pipeline.Scenarios;

/// <summary>Table <c>Scenarios</c>: what demand and shortage would be if something changed.</summary>
internal sealed class ScenariosIndicator(WorkFiles work) : IForecastIndicator
{
    public PublicTable Table => PublicTable.Scenarios;

    public async Task<IReadOnlyList<IndicatorRow>> ComputeAsync(RunPlan plan, IReadOnlyList<NodeRow> nodes, CancellationToken cancellationToken)
    {
        var basis = WhatIfBasis.Of(plan, await work.ReadWhatIfFactsAsync(plan.Run, cancellationToken));
        var series = ScenarioSeriesMaker.Of(DemandSeries.Of(nodes), basis);
        var tally = new ScenarioTally(series, plan.City);
        return
        [
            .. DefaultScenarios.Of(series, basis).SelectMany(scenario => tally.Rows(scenario).Select(row => new IndicatorRow(
                row.Level,
                row.Area,
                row.Scope,
                [scenario.Code],
                [
                    scenario.Code, scenario.Title, row.After.Demand, row.DemandChange, row.Bounds?.Lower, row.Bounds?.Upper,
                    row.Capacity, row.Shortage, row.ShortageChange, row.MatchRate, row.Status,
                ]))),
        ];
    }
}
