using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Publish;

namespace CommunityDemand.Pipeline.Allocations;

/// <summary>Shares out all budgets of a city and sums up over areas and services what that does. The nightly table and what is asked are made here alike.</summary>
internal sealed class AllocationTally(AllocationOptions options, SupplyPlaces places, ResourceBook resources, IReadOnlySet<string> vulnerable)
{
    private readonly Pools _pools = new(options, resources, vulnerable);
    private readonly Dictionary<(AreaLevel Level, string Area, ServiceScope Scope), Sum> _sums = [];

    /// <summary>Rows of all areas and services that something may go to, in no order.</summary>
    public static IEnumerable<AllocationRow> Of(
        AllocationOptions options,
        IEnumerable<DemandSeries> series,
        string city,
        DateOnly origin,
        int horizon,
        IReadOnlyList<CapacitySteps> capacities,
        IReadOnlySet<string> vulnerable,
        CancellationToken cancellationToken) =>
        new AllocationTally(options, new SupplyPlaces(city, origin, capacities), new ResourceBook(options, capacities, origin.AddDays(horizon)), vulnerable).Rows(series, cancellationToken);

    private IEnumerable<AllocationRow> Rows(IEnumerable<DemandSeries> series, CancellationToken cancellationToken)
    {
        foreach (var pool in series.GroupBy(one => (one.District, Service: options.Pool == AllocationPool.Service ? one.Service : null)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_pools.Allot(pool.Key.District, pool.Key.Service, [.. places.Of(pool)]) is { } allotted) Add(allotted);
        }

        return _sums.Select(sum => new AllocationRow(sum.Key.Level, sum.Key.Area, sum.Key.Scope, sum.Value.Share, sum.Value.Budget, sum.Value.Weight));
    }

    private void Add(Pools.Allotted pool)
    {
        foreach (var (place, weight, share) in pool.Shares)
        {
            foreach (var target in place.Targets()) Of(target).Add(share, target is (AreaLevel.Community, _, { Level: ServiceScope.ServiceLevel }) ? weight : null);
        }

        // A budget stands where it is a whole: for the district, and above it, with the services that share it.
        foreach (var target in pool.Shares[0].Place.Targets())
        {
            if (target.Level >= AreaLevel.District && (options.Pool == AllocationPool.Service || target.Scope == ServiceScope.All)) Of(target).AddBudget(pool.Budget);
        }
    }

    private Sum Of((AreaLevel, string, ServiceScope) target)
    {
        if (!_sums.TryGetValue(target, out var sum)) _sums.Add(target, sum = new Sum());
        return sum;
    }

    private sealed class Sum
    {
        public Share Share { get; private set; }

        public double? Weight { get; private set; }

        public double? Budget { get; private set; }

        public void AddBudget(double budget) => Budget = (Budget ?? 0) + budget;

        public void Add(Share share, double? weight) => (Share, Weight) = (Share + share, weight);
    }
}

/// <summary>What an area's services get and what it does there.</summary>
/// <param name="Budget">Units shared out; null below the area and services that share one.</param>
/// <param name="Weight">What a person-visit short counts; null but of a community's one service.</param>
internal sealed record AllocationRow(AreaLevel Level, string Area, ServiceScope Scope, Share Share, double? Budget, double? Weight);
