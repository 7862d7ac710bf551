using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Tables;
using Places = System.Collections.Generic.IReadOnlyDictionary<
    (CommunityDemand.Domain.Geography.AreaLevel Level, string Area, CommunityDemand.Pipeline.Tables.ServiceScope Scope),
    (double Signal, CommunityDemand.Pipeline.Monitoring.DriftFinding? Finding)>;

namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>
/// Accuracy of forecasts for table <c>ForecastAccuracy</c>: by area, service scope and part of the horizon, such as a week ahead, and for
/// all areas of a level together.
/// </summary>
internal sealed class AccuracyTally(ExpectedAccuracy expected, Cadence cadence)
{
    private readonly Dictionary<(AreaLevel Level, string Area, ServiceScope Scope, int Part), AccuracySums> _sums = [];

    public void Add(ForecastPoint point, double actual, NodeActual node)
    {
        var key = (node.Level, point.Area, point.Scope, (point.Horizon - 1) / cadence.AccuracyBand);
        if (!_sums.TryGetValue(key, out var sums)) _sums.Add(key, sums = new AccuracySums(point.Date));
        sums.Add(point, cadence.LastDay(point.Date), actual, node, expected.At(node.Level, point.Scope.Level, point.Horizon));
    }

    /// <param name="drifts">Drift of each area's services; null where there was no watch.</param>
    public IReadOnlyList<ForecastAccuracyRow> Rows(Places? drifts) =>
    [
        .. _sums
            .GroupBy(sums => (sums.Key.Level, sums.Key.Scope, sums.Key.Part))
            .OrderBy(group => group.Key.Level)
            .ThenBy(group => group.Key.Scope.Level, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Scope.Code, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Part)
            .Select(group =>
                OfLevel(group.Key.Level, group.Key.Scope, group.Key.Part, [.. group.Select(sums => (sums.Key.Area, sums.Value))], drifts)),
        .. _sums
            .OrderBy(sums => sums.Key.Level)
            .ThenBy(sums => sums.Key.Area, StringComparer.Ordinal)
            .ThenBy(sums => sums.Key.Scope.Level, StringComparer.Ordinal)
            .ThenBy(sums => sums.Key.Scope.Code, StringComparer.Ordinal)
            .ThenBy(sums => sums.Key.Part)
            .Select(sums => OfArea(sums.Key.Level, sums.Key.Area, sums.Key.Scope, sums.Key.Part, sums.Value, drifts)),
    ];

    private ForecastAccuracyRow OfArea(AreaLevel level, string area, ServiceScope scope, int part, AccuracySums sums, Places? drifts)
    {
        var row = sums.Row(level, area, scope, Horizons(part));
        return drifts is not null && drifts.TryGetValue((level, area, scope), out var found)
            ? row with
            {
                DriftSignal = found.Signal,
                Drift = found.Finding?.Drift.Kind.Code() ?? "",
                DriftSince = found.Finding?.Drift.Since,
            }
            : row;
    }

    private ForecastAccuracyRow OfLevel(
        AreaLevel level, ServiceScope scope, int part, (string Area, AccuracySums Sums)[] areas, Places? drifts)
    {
        var all = new AccuracySums(areas[0].Sums.From);
        foreach (var (_, sums) in areas) all.Add(sums);
        var drifting = areas.Count(
            area => drifts is not null && drifts.TryGetValue((level, area.Area, scope), out var found) && found.Finding is not null);
        return all.Row(level, "", scope, Horizons(part)) with { Drifting = drifting };
    }

    private string Horizons(int part) => $"{(part * cadence.AccuracyBand) + 1:00}-{(part + 1) * cadence.AccuracyBand:00}";
}
