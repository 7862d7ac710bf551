using CommunityDemand.Domain.Allocation;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Series;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>A community's service that may get a part of what is shared out.</summary>
/// <param name="Curve">Its expected shortage by extra capacity.</param>
/// <param name="Demand">Expected person-visits over the days.</param>
/// <param name="Visits">Person-visits a day that it can serve, on average over its days.</param>
/// <param name="Staff">Employees, likewise; 0 where no upload tells.</param>
/// <param name="Funding">Money, likewise.</param>
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
        new ShortageCurve(place.Days.Select(day => (day.Demand, day.Capacity))),
        place.Days.Sum(day => day.Demand.Mean),
        place.Days.Average(day => day.Step.Daily),
        place.Days.Average(day => day.Step.Staff ?? 0),
        place.Days.Average(day => day.Step.Funding ?? 0));

    /// <inheritdoc cref="SupplyPlace.Targets"/>
    public IEnumerable<(AreaLevel Level, string Area, ServiceScope Scope)> Targets() => SupplyTally.Targets(City, Key);
}
