using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Attention;

/// <summary>Services whose demand drifts from its forecasts.</summary>
internal static class DriftFindings
{
    private const int MostServices = 5;

    /// <summary>The drift of an area's services is repeated in each part of the horizon; it gives one finding.</summary>
    public static IEnumerable<AttentionRow> Of(IReadOnlyList<ForecastAccuracyRow> rows, string city, RowNames names)
    {
        foreach (var row in rows.Where(row => row is { Level: AreaLevel.City, Drift.Length: > 0 } && row.Area.Length > 0)
            .DistinctBy(row => row.Scope))
        {
            yield return Finding.At(
                row, Severity.Act, AttentionMessages.CityDrift(row.Drift, names.Of(row.Scope), row.DriftSince!.Value)) with
            {
                Value = row.DriftSignal,
                Since = row.DriftSince,
            };
        }

        ForecastAccuracyRow[] communities =
        [
            .. rows
                .Where(
                    row => row is { Level: AreaLevel.Community, Area: "", Drifting: > 0 } && row.Scope.Level == ServiceScope.ServiceLevel)
                .DistinctBy(row => row.Scope)
                .OrderByDescending(row => row.Drifting)
                .Take(MostServices),
        ];
        if (communities.Length == 0) yield break;
        var text = AttentionMessages.CommunitiesDrift(
            [.. communities.Select(row => AttentionMessages.Counted(names.Of(row.Scope), row.Drifting))]);
        yield return Finding.Of(city, Severity.Watch, text) with { Count = communities.Sum(row => row.Drifting) };
    }
}
