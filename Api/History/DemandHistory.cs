using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Api.History;

/// <summary>Recent demand of an area and a service scope, summed from the facts: the part of the chart before the forecast.</summary>
internal sealed class DemandHistory(IFactReader facts) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private Window? _last;

    /// <summary>
    /// Demand of the days, weeks or months up to <paramref name="last"/>, one entry for each of <see cref="Cadence.ShownPeriods"/>; empty
    /// for an area without facts.
    /// </summary>
    /// <param name="level">Level of the area.</param>
    /// <param name="area">Code of the area.</param>
    /// <param name="service">Code of a service or a need class, or <c>all</c>.</param>
    public async Task<IReadOnlyList<DayDemand>> ReadAsync(
        AreaLevel level, string area, string service, Cadence cadence, DateOnly last, CancellationToken cancellationToken)
    {
        var window = await LoadAsync(cadence, last, cancellationToken);
        if (!window.Tree.TryGet(level, area, out var found)) return [];

        var communities = window.Tree.CommunitiesUnder(found).Select(community => community.Code).ToHashSet(StringComparer.Ordinal);
        var sums = new double[window.Span.Count];
        foreach (var ((community, code), demand) in window.Demand)
        {
            if (!communities.Contains(community) || !Counts(window.Services[code], service)) continue;
            for (var period = 0; period < sums.Length; period++) sums[period] += demand[period];
        }

        return [.. sums.Select((demand, period) => new DayDemand(window.Span[period], demand))];
    }

    public void Dispose() => _gate.Dispose();

    private static bool Counts(Service service, string scope) =>
        scope == "all" || service.Code == scope || service.NeedClass.Code() == scope;

    private async Task<Window> LoadAsync(Cadence cadence, DateOnly last, CancellationToken cancellationToken)
    {
        var end = cadence.LastWholeDay(last);
        var span = new HistorySpan(cadence, cadence.Ahead(end, 1 - cadence.ShownPeriods), end);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var snapshot = await facts.GetSnapshotAsync(cancellationToken);
            if (_last is { } known && known.Snapshot == snapshot && known.Span == span) return known;
            return _last = await ReadAsync(snapshot, span, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<Window> ReadAsync(string snapshot, HistorySpan span, CancellationToken cancellationToken)
    {
        var demand = new Dictionary<(string, string), PeriodDemand>();
        await foreach (var usage in facts.ReadUsageAsync(span.First, span.Last, cancellationToken))
        {
            if (usage.Period > span.Cadence.Frequency) continue;
            var key = (usage.Community, usage.Service);
            if (!demand.TryGetValue(key, out var periods)) demand.Add(key, periods = new PeriodDemand(span));
            periods.Add(usage);
        }

        var tree = new AreaTree(await facts.ReadCommunitiesAsync(cancellationToken), demand.Keys.Select(key => key.Item1));
        var services = ServiceCatalogue.BuiltIn.With(await facts.ReadServicesAsync(cancellationToken));
        return new Window(snapshot, span, tree, services, demand);
    }

    private sealed record Window(
        string Snapshot, HistorySpan Span, AreaTree Tree, ServiceCatalogue Services,
        Dictionary<(string Community, string Service), PeriodDemand> Demand);
}
