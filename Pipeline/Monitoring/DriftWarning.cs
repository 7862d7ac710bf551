using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>Warning of drift for planners.</summary>
internal static class DriftWarning
{
    private const int MostNamed = 5;

    /// <summary>
    /// One warning that names the worst drifts, one for each area; none without drift. A local change also moves the sums above it, but
    /// by fewer of their own standard deviations, so the cause comes first.
    /// </summary>
    public static IEnumerable<Message> Of(AccuracyFindings findings, RowNames names, Frequency frequency)
    {
        if (findings.Drifts.Count == 0) yield break;
        var worst = findings.Drifts
            .OrderByDescending(drift => drift.Deviations)
            .ThenByDescending(drift => drift.Level)
            .ThenByDescending(drift => drift.Scope.Level == ServiceScope.ServiceLevel)
            .DistinctBy(drift => (drift.Level, drift.Area))
            .Take(MostNamed)
            .Select(drift => Place(drift, names, frequency))
            .ToList();
        var rest = findings.Drifts.Count - worst.Count;
        if (rest > 0) worst.Add(PanelMessages.More(rest));
        yield return DriftMessages.Found(findings.Drifts.Count, findings.Charts, worst);
    }

    private static Message Place(DriftFinding finding, RowNames names, Frequency frequency) => DriftMessages.Place(
        finding.Drift.Kind,
        names.Of(finding.Scope),
        names.Of(finding.Level, finding.Area).Name,
        finding.Level,
        Math.Round(Math.Abs(finding.MeanError), 1),
        frequency,
        finding.Drift.Since);
}
