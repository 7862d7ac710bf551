using System.Collections.Concurrent;
using CommunityDemand.Domain.Series;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Makes the places of series, as they are asked for.</summary>
/// <param name="keep">Whether to keep them for the next to ask, which saves most of an answer's time and takes about 400 bytes for each of a place's days.</param>
internal sealed class AllocationPlaces(SupplyPlaces supply, bool keep)
{
    private readonly ConcurrentDictionary<SeriesKey, AllocationPlace?> _kept = [];

    /// <summary>Those whose capacity is known on some day.</summary>
    public IEnumerable<AllocationPlace> Of(IEnumerable<DemandSeries> series) => series.Select(Of).OfType<AllocationPlace>();

    private AllocationPlace? Of(DemandSeries series) => keep ? _kept.GetOrAdd(series.Key, (_, one) => Make(one), series) : Make(series);

    private AllocationPlace? Make(DemandSeries series) => supply.Of([series]).Select(AllocationPlace.Of).SingleOrDefault();
}
