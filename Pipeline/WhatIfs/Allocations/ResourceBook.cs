using CommunityDemand.Pipeline.Supply;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Amounts of a resource at places, and person-visits a day for one unit.</summary>
internal sealed class ResourceBook
{
    private readonly AllocationResource _resource;
    private readonly Dictionary<string, double> _given;
    private readonly Dictionary<string, double> _uploaded;

    /// <summary>
    /// For staff and funding, the yield comes from the options, otherwise it is the mean of the service over the city, where uploads give
    /// both figures.
    /// </summary>
    /// <param name="last">Last day of the horizon, whose capacity gives the mean.</param>
    public ResourceBook(AllocationOptions options, IEnumerable<CapacitySteps> capacities, DateOnly last)
    {
        (_resource, _given) = (options.Resource, options.Yields ?? []);
        _uploaded = capacities
            .Select(steps => (steps.Service, Step: steps.At(last)))
            .Where(of => of.Step is { } step && Amount(step) is > 0)
            .GroupBy(of => of.Service, of => of.Step!.Value, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key, group => group.Sum(step => step.Daily) / group.Sum(step => Amount(step)!.Value),
                StringComparer.Ordinal);
    }

    /// <summary>Person-visits a day for one unit; null where neither options nor uploads give a yield.</summary>
    public double? YieldOf(string service)
    {
        if (_resource == AllocationResource.Visits) return 1;
        if (AllocationKeys.OfYield(service).FirstOrDefault(_given.ContainsKey) is { } key) return _given[key];
        return _uploaded.TryGetValue(service, out var yield) && yield > 0 ? yield : null;
    }

    /// <summary>Units of a place, averaged over its days; 0 where uploads give none.</summary>
    public double AmountOf(AllocationPlace place) => _resource switch
    {
        AllocationResource.Visits => place.Visits,
        AllocationResource.Staff => place.Staff,
        AllocationResource.Funding => place.Funding,
        _ => throw new ArgumentOutOfRangeException(nameof(place)),
    };

    private double? Amount(CapacityStep step) => _resource switch
    {
        AllocationResource.Visits => step.Daily,
        AllocationResource.Staff => step.Staff,
        AllocationResource.Funding => step.Funding,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
