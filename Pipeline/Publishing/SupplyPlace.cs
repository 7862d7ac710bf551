using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Series;
using CommunityDemand.Domain.Supply;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Publishing;

/// <summary>A service of a community with known capacity in some period of the horizon, with demand and capacity of those.</summary>
/// <param name="Periods">Periods with known capacity; at least one.</param>
internal sealed record SupplyPlace(string City, SeriesKey Key, IReadOnlyList<SupplyPeriod> Periods)
{
    /// <summary>All rows that include the place.</summary>
    public IEnumerable<(AreaLevel Level, string Area, ServiceScope Scope)> Targets() => SupplyTally.Targets(City, Key);
}

/// <summary>A period of a place.</summary>
internal readonly record struct SupplyPeriod(PredictiveDistribution Demand, PeriodCapacity Capacity);
