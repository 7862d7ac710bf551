using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Allocations;

/// <summary>Table <c>Allocations</c>: where each district's extra capacity would remove the most expected shortage.</summary>
internal sealed class AllocationsIndicator(VulnerableCommunities vulnerable, IOptions<AllocationOptions> options) : IForecastIndicator
{
    private readonly AllocationOptions _options = options.Value;

    public PublicTable Table => PublicTable.Allocations;

    public async Task<IReadOnlyList<IndicatorRow>> ComputeAsync(RunPlan plan, IReadOnlyList<NodeRow> nodes, CancellationToken cancellationToken)
    {
        var places = new SupplyPlaces(plan);
        var pools = new Pools(
            _options,
            new ResourceBook(_options.Resource, plan),
            _options.VulnerableWeight == 1 ? new HashSet<string>() : await vulnerable.FindAsync(plan.Run, cancellationToken));
        var sums = new Dictionary<(AreaLevel Level, string Area, ServiceScope Scope), Sum>();
        foreach (var pool in nodes.Where(node => node.Forecast.Node.IsBottom).GroupBy(PoolOf))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (pools.Allot(pool.Key.District, pool.Key.Service, [.. places.Of(pool)]) is { } allotted) Add(sums, allotted);
        }

        return [.. sums.Select(sum => Row(sum.Key.Level, sum.Key.Area, sum.Key.Scope, sum.Value))];
    }

    // The district is the first of a bottom node's values, its service the last.
    private (string District, string? Service) PoolOf(NodeRow node) =>
        (node.Forecast.Node.Values[0], _options.Pool == AllocationPool.Service ? node.Scope.Code : null);

    private void Add(Dictionary<(AreaLevel Level, string Area, ServiceScope Scope), Sum> sums, Pools.Allotted pool)
    {
        Sum Of((AreaLevel, string, ServiceScope) target)
        {
            if (!sums.TryGetValue(target, out var sum)) sums.Add(target, sum = new Sum());
            return sum;
        }

        foreach (var (place, weight, share) in pool.Shares)
        {
            foreach (var target in place.Targets()) Of(target).Add(share, target is (AreaLevel.Community, _, { Level: ServiceScope.ServiceLevel }) ? weight : null);
        }

        // A budget stands where it is a whole: for the district, and above it, with the services that share it.
        foreach (var target in pool.Shares[0].Place.Targets())
        {
            if (target.Level >= AreaLevel.District && (_options.Pool == AllocationPool.Service || target.Scope == ServiceScope.All)) Of(target).AddBudget(pool.Budget);
        }
    }

    private IndicatorRow Row(AreaLevel level, string area, ServiceScope scope, Sum sum)
    {
        var (share, resource) = (sum.Share, Code(_options.Resource));
        return new IndicatorRow(
            level,
            area,
            scope,
            [resource],
            [
                resource, sum.Budget, share.Units, share.ExtraCapacity, share.Demand, share.Before, share.After, share.Before - share.After,
                share.MatchRateBefore, share.MatchRateAfter, share.NextUnit, share.Before - share.Proportional, sum.Weight,
            ]);
    }

    private static string Code(AllocationResource resource) => resource switch
    {
        AllocationResource.Visits => "visits",
        AllocationResource.Staff => "staff",
        AllocationResource.Funding => "funding",
        _ => throw new ArgumentOutOfRangeException(nameof(resource)),
    };

    private sealed class Sum
    {
        public Share Share { get; private set; }

        public double? Weight { get; private set; }

        public double? Budget { get; private set; }

        public void AddBudget(double budget) => Budget = (Budget ?? 0) + budget;

        public void Add(Share share, double? weight) => (Share, Weight) = (Share + share, weight);
    }
}
