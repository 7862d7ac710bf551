using System.Collections.Concurrent;
using CommunityDemand.Domain.Series;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Creates allocation places of series on request.</summary>
/// <param name="keep">
/// Whether to keep the places for later questions. This saves most of the time of an answer, and needs about 400 bytes for each day of a
/// place.
/// </param>
internal sealed class AllocationPlaces(SupplyPlaces supply, bool keep)
{
    private readonly ConcurrentDictionary<SeriesKey, AllocationPlace?> _kept = [];

    /// <summary>Places with known capacity on some day.</summary>
    public IEnumerable<AllocationPlace> Of(IEnumerable<DemandSeries> series) => series.Select(Of).OfType<AllocationPlace>();

    private AllocationPlace? Of(DemandSeries series) => keep ? _kept.GetOrAdd(series.Key, (_, one) => Make(one), series) : Make(series);

    private AllocationPlace? Make(DemandSeries series) => supply.Of([series]).Select(AllocationPlace.Of).SingleOrDefault();
}
