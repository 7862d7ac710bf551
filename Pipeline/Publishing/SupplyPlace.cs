using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Series;
using CommunityDemand.Domain.Supply;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Publishing;

/// <summary>A community's service whose capacity is known on some day of the horizon, with its demand and capacity on those days.</summary>
/// <param name="Days">By day; at least one.</param>
internal sealed record SupplyPlace(string City, SeriesKey Key, IReadOnlyList<SupplyDay> Days)
{
    /// <summary>All rows that count it.</summary>
    public IEnumerable<(AreaLevel Level, string Area, ServiceScope Scope)> Targets() => SupplyTally.Targets(City, Key);
}

/// <summary>One day of a place.</summary>
/// <param name="Day">Index in the horizon, from 0.</param>
/// <param name="Step">What the place has that day.</param>
internal readonly record struct SupplyDay(int Day, PredictiveDistribution Demand, CapacityStep Step)
{
    /// <summary>Person-visits that can be served.</summary>
    public double Capacity => Step.Daily;
}
