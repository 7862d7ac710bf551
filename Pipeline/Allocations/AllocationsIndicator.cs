using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Runs.Work;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Allocations;

/// <summary>Table <c>Allocations</c>: where each district's extra capacity would remove the most expected shortage.</summary>
internal sealed class AllocationsIndicator(WorkFiles work, IOptions<AllocationOptions> options) : IForecastIndicator
{
    private readonly AllocationOptions _options = options.Value;

    public PublicTable Table => PublicTable.Allocations;

    public async Task<IReadOnlyList<IndicatorRow>> ComputeAsync(RunPlan plan, IReadOnlyList<NodeRow> nodes, CancellationToken cancellationToken)
    {
        var vulnerable = _options.VulnerableWeight == 1 ? [] : (await work.ReadWhatIfFactsAsync(plan.Run, cancellationToken)).Vulnerable;
        var tally = new AllocationTally(
            _options,
            new AllocationPlaces(new SupplyPlaces(plan), keep: false),
            new ResourceBook(_options, plan.Capacities, plan.Origin.AddDays(plan.Horizon)),
            vulnerable.ToHashSet(StringComparer.Ordinal));
        return [.. tally.Rows(DemandSeries.Of(nodes), cancellationToken).Select(Row)];
    }

    private IndicatorRow Row(AllocationRow row)
    {
        var (share, resource) = (row.Share, _options.Resource.Code());
        return new IndicatorRow(
            row.Level,
            row.Area,
            row.Scope,
            [resource],
            [
                resource, row.Budget, share.Units, share.ExtraCapacity, share.Demand, share.Before, share.After, share.Removed,
                share.MatchRateBefore, share.MatchRateAfter, share.NextUnit, share.ProportionalRemoved, row.Weight,
            ]);
    }
}
