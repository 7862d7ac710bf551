using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>
/// Allocates all budgets of a city, and sums the effects over areas and services. The nightly table and answers both come from here.
/// </summary>
internal sealed class AllocationTally(
    AllocationOptions options, AllocationPlaces places, ResourceBook resources, IReadOnlySet<string> vulnerable)
{
    private const int PoolsAtOnce = 4;

    private readonly Pools _pools = new(options, resources, vulnerable);
    private readonly Dictionary<(AreaLevel Level, string Area, ServiceScope Scope), Sum> _sums = [];

    /// <summary>Rows of all areas and services that take part, in no order.</summary>
    public IEnumerable<AllocationRow> Rows(IEnumerable<DemandSeries> series, CancellationToken cancellationToken)
    {
        // A few pools at a time, because their distributions need much memory; summed in a fixed order, so that results are identical
        // each time.
        var parallel = new ParallelOptions { CancellationToken = cancellationToken };
        foreach (var pools in series
            .GroupBy(one => (one.Key.District, Service: options.Pool == AllocationPool.Service ? one.Key.Service : null))
            .Chunk(PoolsAtOnce * Environment.ProcessorCount))
        {
            var allotted = new Pools.Allotted?[pools.Length];
            Parallel.For(
                0, pools.Length, parallel, i =>
                    allotted[i] = _pools.Allot(pools[i].Key.District, pools[i].Key.Service, [.. places.Of(pools[i])]));
            foreach (var pool in allotted)
            {
                if (pool is not null) Add(pool);
            }
        }

        return _sums.Select(
            sum => new AllocationRow(sum.Key.Level, sum.Key.Area, sum.Key.Scope, sum.Value.Share, sum.Value.Budget, sum.Value.Weight));
    }

    private void Add(Pools.Allotted pool)
    {
        foreach (var (place, weight, share) in pool.Shares)
        {
            foreach (var target in place.Targets())
                Of(target).Add(share, target is (AreaLevel.Community, _, { Level: ServiceScope.ServiceLevel }) ? weight : null);
        }

        // A budget is reported where it is complete: for the district and larger areas, with the services that share it.
        foreach (var target in pool.Shares[0].Place.Targets())
        {
            if (target.Level >= AreaLevel.District && (options.Pool == AllocationPool.Service || target.Scope == ServiceScope.All))
                Of(target).AddBudget(pool.Budget);
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

/// <summary>Allocation to an area's services, and its effect.</summary>
/// <param name="Budget">Budget in units; null below the area and services that share one.</param>
/// <param name="Weight">Weight of one person-visit short; null except for a single service of a community.</param>
internal sealed record AllocationRow(AreaLevel Level, string Area, ServiceScope Scope, Share Share, double? Budget, double? Weight)
{
    /// <summary>Figures of the table and of an answer.</summary>
    public AllocationFigures Figures => new()
    {
        Budget = Budget,
        Units = Share.Units,
        ExtraCapacity = Share.ExtraCapacity,
        ExpectedDemand = Share.Demand,
        ShortageBefore = Share.Before,
        ShortageAfter = Share.After,
        ShortageRemoved = Share.Removed,
        MatchRateBefore = Share.MatchRateBefore,
        MatchRateAfter = Share.MatchRateAfter,
        NextUnitGain = Share.NextUnit,
        ProportionalRemoved = Share.ProportionalRemoved,
        Weight = Weight,
    };
}
