using CommunityDemand.Domain.Allocation;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Series;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>A service of a community that can receive a part of the budget.</summary>
/// <param name="Curve">Expected shortage by extra capacity.</param>
/// <param name="Demand">Expected person-visits over the periods.</param>
/// <param name="Visits">Capacity in person-visits a day, averaged over the periods.</param>
/// <param name="Staff">Number of employees, averaged over the days; 0 where uploads give none.</param>
/// <param name="Funding">Funding, averaged over the days; 0 where uploads give none.</param>
internal sealed record AllocationPlace(
    string City,
    SeriesKey Key,
    ShortageCurve Curve,
    double Demand,
    double Visits,
    double Staff,
    double Funding)
{
    public static AllocationPlace Of(SupplyPlace place) => new(
        place.City,
        place.Key,
        new ShortageCurve(place.Periods.Select(period => (period.Demand, period.Capacity.Visits, period.Capacity.OpenDays))),
        place.Periods.Sum(period => period.Demand.Mean),
        place.Periods.Average(period => period.Capacity.Step.Daily),
        place.Periods.Average(period => period.Capacity.Step.Staff ?? 0),
        place.Periods.Average(period => period.Capacity.Step.Funding ?? 0));

    /// <inheritdoc cref="SupplyPlace.Targets"/>
    public IEnumerable<(AreaLevel Level, string Area, ServiceScope Scope)> Targets() => SupplyTally.Targets(City, Key);
}
