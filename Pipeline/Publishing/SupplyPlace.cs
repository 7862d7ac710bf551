using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Series;
using CommunityDemand.Domain.Supply;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Publishing;

/// <summary>A service of a community with known capacity on some day of the horizon, with demand and capacity on those days.</summary>
/// <param name="Days">Days with known capacity; at least one.</param>
internal sealed record SupplyPlace(string City, SeriesKey Key, IReadOnlyList<SupplyDay> Days)
{
    /// <summary>All rows that include the place.</summary>
    public IEnumerable<(AreaLevel Level, string Area, ServiceScope Scope)> Targets() => SupplyTally.Targets(City, Key);
}

/// <summary>A day of a place.</summary>
/// <param name="Day">Day of the horizon, from 0.</param>
/// <param name="Step">Capacity step of that day.</param>
internal readonly record struct SupplyDay(int Day, PredictiveDistribution Demand, CapacityStep Step)
{
    /// <summary>Capacity in person-visits.</summary>
    public double Capacity => Step.Daily;
}
