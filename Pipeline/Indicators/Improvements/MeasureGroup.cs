using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Improvements;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Improvements;

/// <summary>Measures of an area above the community, of one kind or of all, by what they did to one outcome.</summary>
/// <param name="Kind">The measure as uploads have it; null for all.</param>
/// <param name="Found">Each measure with what it did.</param>
internal sealed record MeasureGroup(
    Area Area, ServiceScope Scope, string? Kind, ImprovementOutcome Outcome, IReadOnlyList<(ImprovementFact Measure, MeasureFinding Finding)> Found)
{
    /// <summary>All groups that have a measure: a measure counts in every area that its community lies in, in every scope that holds its service, in its kind and in all kinds.</summary>
    public static IEnumerable<MeasureGroup> Of(IReadOnlyList<(ImprovementFact Measure, MeasureFinding Finding)> found, IndicatorScope scope) =>
        from one in found
        from area in scope.AreasOf(one.Measure.Community).Skip(1)
        from services in one.Measure.Service is { } service ? scope.ScopesOf(service) : [ServiceScope.All]
        from kind in new[] { one.Measure.Measure, null }
        group one by (area, services, kind, one.Finding.Outcome) into members
        select new MeasureGroup(members.Key.area, members.Key.services, members.Key.kind, members.Key.Outcome, [.. members]);

    /// <summary>How many came to which verdict.</summary>
    public VerdictCounts Verdicts => VerdictCounts.Of(Found.Select(one => one.Finding.Verdict));

    /// <summary>The mean relative effect of those judged; null where none is.</summary>
    public PooledEffect? Pool()
    {
        var judged = Found.Select(one => one.Finding).Where(finding => finding.Estimate is not null).ToArray();
        // As if all were judged by the same services and controls: nearly so where it matters, and on the safe side elsewhere.
        return PooledEffect.Estimate(
            [.. judged.Select(finding => finding.Estimate!.Log)],
            (one, other) => judged[one].Window.CorrelationWith(judged[other].Window));
    }
}
