using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Improvements;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Improvements;

/// <summary>Measures of an area above the community, of one kind or of all kinds, with their effects on one outcome.</summary>
/// <param name="Kind">Kind of measure, as uploaded; null for all.</param>
/// <param name="Found">Measures with their findings.</param>
internal sealed record MeasureGroup(
    Area Area, ServiceScope Scope, string? Kind, ImprovementOutcome Outcome,
    IReadOnlyList<(ImprovementFact Measure, MeasureFinding Finding)> Found)
{
    /// <summary>
    /// All groups with a measure. A measure counts in every area of its community, in every scope of its service, in its own kind and in
    /// all kinds.
    /// </summary>
    public static IEnumerable<MeasureGroup> Of(
        IReadOnlyList<(ImprovementFact Measure, MeasureFinding Finding)> found, IndicatorScope scope) =>
        from one in found
        from area in scope.AreasOf(one.Measure.Community).Skip(1)
        from services in one.Measure.Service is { } service ? scope.ScopesOf(service) : [ServiceScope.All]
        from kind in new[] { one.Measure.Measure, null }
        group one by (area, services, kind, one.Finding.Outcome) into members
        select new MeasureGroup(members.Key.area, members.Key.services, members.Key.kind, members.Key.Outcome, [.. members]);

    /// <summary>Number of measures by verdict.</summary>
    public VerdictCounts Verdicts => VerdictCounts.Of(Found.Select(one => one.Finding.Verdict));

    /// <summary>Mean relative effect of the judged measures; null where none is judged.</summary>
    public PooledEffect? Pool()
    {
        var judged = Found.Select(one => one.Finding).Where(finding => finding.Estimate is not null).ToArray();
        // Assumes that all measures share services and controls. This is nearly true where it matters, and conservative elsewhere.
        return PooledEffect.Estimate(
            [.. judged.Select(finding => finding.Estimate!.Log)],
            (one, other) => judged[one].Window.CorrelationWith(judged[other].Window));
    }
}
