using System.Globalization;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>Drift in words.</summary>
internal static class DriftWarning
{
    private const int MostNamed = 5;

    /// <summary>
    /// One warning that names the worst, one an area; none where nothing drifts. What happened in one place moves the sums above it too, but those by fewer of
    /// their own deviations: so the cause comes first.
    /// </summary>
    public static IEnumerable<string> Of(AccuracyFindings findings, RowNames names)
    {
        if (findings.Drifts.Count == 0) yield break;
        var worst = findings.Drifts
            .OrderByDescending(drift => drift.Deviations)
            .ThenByDescending(drift => drift.Level)
            .ThenByDescending(drift => drift.Scope.Level == ServiceScope.ServiceLevel)
            .DistinctBy(drift => (drift.Level, drift.Area))
            .Take(MostNamed)
            .Select(drift => Words(drift, names))
            .ToArray();
        var rest = findings.Drifts.Count - worst.Length;
        yield return $"Demand has drifted from its forecasts in {findings.Drifts.Count} of {findings.Charts} areas' services: {string.Join("; ", worst)}"
            + $"{(rest > 0 ? $"; and {rest} more" : "")}. ForecastAccuracy marks them.";
    }

    private static string Words(DriftFinding finding, RowNames names)
    {
        var place = $"{names.Of(finding.Scope)} in {names.Of(finding.Level, finding.Area).Name} ({finding.Level.Code()})";
        var size = Math.Abs(finding.MeanError).ToString("0.#", CultureInfo.InvariantCulture);
        var since = $"since {finding.Drift.Since:yyyy-MM-dd}";
        return finding.Drift.Kind switch
        {
            DriftKind.Above => $"{place} {size} visits a day above the forecast {since}",
            DriftKind.Below => $"{place} {size} visits a day below the forecast {since}",
            DriftKind.Wider => $"{place} straying farther from the forecast than in the backtest {since}",
            _ => throw new ArgumentOutOfRangeException(nameof(finding)),
        };
    }
}
