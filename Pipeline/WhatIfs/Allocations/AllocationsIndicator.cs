using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Tables;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Table <c>Allocations</c>: where the extra capacity of each district removes the most expected shortage.</summary>
internal sealed class AllocationsIndicator(WorkFiles work, IOptions<AllocationOptions> options) : IForecastIndicator
{
    private readonly AllocationOptions _options = options.Value;

    public PlacedTable Table => AllocationsRow.Table;

    public async Task<IReadOnlyList<PlacedRow>> ComputeAsync(
        RunPlan plan, IReadOnlyList<NodeRow> nodes, CancellationToken cancellationToken)
    {
        var vulnerable = _options.VulnerableWeight == 1 ? [] : (await work.ReadWhatIfFactsAsync(plan.Run, cancellationToken)).Vulnerable;
        var tally = new AllocationTally(
            _options,
            new AllocationPlaces(new SupplyPlaces(plan), keep: false),
            new ResourceBook(_options, plan.Capacities, plan.Periods.Last),
            vulnerable.ToHashSet(StringComparer.Ordinal));
        return [.. tally.Rows(DemandSeries.Of(nodes), cancellationToken).Select(Row)];
    }

    private AllocationsRow Row(AllocationRow row) => new()
    {
        Level = row.Level,
        Area = row.Area,
        Scope = row.Scope,
        Resource = _options.Resource.Code(),
        Figures = row.Figures,
    };
}
