using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Pipeline.Allocations;

/// <summary>How much of a resource places have, and how many person-visits a day a unit of it makes.</summary>
internal sealed class ResourceBook
{
    private readonly AllocationResource _resource;
    private readonly Dictionary<string, double> _yields;

    /// <summary>Of staff and money the yield is the service's mean over the city, at the end of the horizon, where both are uploaded.</summary>
    public ResourceBook(AllocationResource resource, RunPlan plan)
    {
        _resource = resource;
        var last = plan.Origin.AddDays(plan.Horizon);
        _yields = plan.Capacities
            .Select(steps => (steps.Service, Step: steps.At(last)))
            .Where(of => of.Step is { } step && Amount(step) is > 0)
            .GroupBy(of => of.Service, of => of.Step!.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(step => step.Daily) / group.Sum(step => Amount(step)!.Value), StringComparer.Ordinal);
    }

    /// <summary>Person-visits a day that a unit makes; null where no upload tells.</summary>
    public double? YieldOf(string service) =>
        _resource == AllocationResource.Visits ? 1 : _yields.TryGetValue(service, out var yield) && yield > 0 ? yield : null;

    /// <summary>Units that a place has, on average over its days; 0 where no upload tells.</summary>
    public double AmountOf(SupplyPlace place) => place.Days.Average(day => Amount(day.Step) ?? 0);

    private double? Amount(CapacityStep step) => _resource switch
    {
        AllocationResource.Visits => step.Daily,
        AllocationResource.Staff => step.Staff,
        AllocationResource.Funding => step.Funding,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
