using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Api.History;

/// <summary>Recent demand of an area and a service scope, summed from the facts: the part of the chart before the forecast.</summary>
internal sealed class DemandHistory(IFactReader facts) : IDisposable
{
    /// <summary>Number of days shown.</summary>
    public const int Days = 56;

    private readonly SemaphoreSlim _gate = new(1);
    private Window? _last;

    /// <summary>Demand of the days up to <paramref name="last"/>, one entry for each day; empty for an area without facts.</summary>
    /// <param name="level">Level of the area.</param>
    /// <param name="area">Code of the area.</param>
    /// <param name="service">Code of a service or a need class, or <c>all</c>.</param>
    public async Task<IReadOnlyList<DayDemand>> ReadAsync(
        AreaLevel level, string area, string service, DateOnly last, CancellationToken cancellationToken)
    {
        var window = await LoadAsync(last, cancellationToken);
        if (!window.Tree.TryGet(level, area, out var found)) return [];

        var communities = window.Tree.CommunitiesUnder(found).Select(community => community.Code).ToHashSet(StringComparer.Ordinal);
        var sums = new double[Days];
        foreach (var ((community, code), demand) in window.Demand)
        {
            if (!communities.Contains(community) || !Counts(window.Services[code], service)) continue;
            for (var day = 0; day < Days; day++) sums[day] += demand[day];
        }

        return [.. sums.Select((demand, day) => new DayDemand(window.First.AddDays(day), demand))];
    }

    public void Dispose() => _gate.Dispose();

    private static bool Counts(Service service, string scope) =>
        scope == "all" || service.Code == scope || service.NeedClass.Code() == scope;

    private async Task<Window> LoadAsync(DateOnly last, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var snapshot = await facts.GetSnapshotAsync(cancellationToken);
            if (_last is { } known && known.Snapshot == snapshot && known.First.AddDays(Days - 1) == last) return known;
            return _last = await ReadAsync(snapshot, last, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<Window> ReadAsync(string snapshot, DateOnly last, CancellationToken cancellationToken)
    {
        var first = last.AddDays(1 - Days);
        var demand = new Dictionary<(string, string), double[]>();
        await foreach (var usage in facts.ReadUsageAsync(first, last, cancellationToken))
        {
            var key = (usage.Community, usage.Service);
            if (!demand.TryGetValue(key, out var days)) demand[key] = days = new double[Days];
            days[usage.Date.DayNumber - first.DayNumber] += usage.Demand;
        }

        var tree = new AreaTree(await facts.ReadCommunitiesAsync(cancellationToken), demand.Keys.Select(key => key.Item1));
        var services = ServiceCatalogue.BuiltIn.With(await facts.ReadServicesAsync(cancellationToken));
        return new Window(snapshot, first, tree, services, demand);
    }

    private sealed record Window(
        string Snapshot, DateOnly First, AreaTree Tree, ServiceCatalogue Services,
        Dictionary<(string Community, string Service), double[]> Demand);
}
