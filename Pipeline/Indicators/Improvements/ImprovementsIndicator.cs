using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Improvements;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Publish;

namespace CommunityDemand.Pipeline.Indicators.Improvements;

/// <summary>Table <c>Improvements</c>: what each measure begun up to the origin did to satisfaction, efficiency, complaints and response minutes, against communities
/// without it; and what the measures of an area did together.</summary>
internal sealed class ImprovementsIndicator(IFactReader facts) : IFactIndicator
{
    private const int DaysAWeek = 7;
    private const double Percent = 100;

    /// <summary>Fewer answers are not shown.</summary>
    private const int FewestShown = 5;

    public PublicTable Table => PublicTable.Improvements;

    public async Task<FactTally> BeginAsync(IndicatorScope scope, CancellationToken cancellationToken)
    {
        var measures = new MeasureBook(
            (await facts.ReadImprovementsAsync(cancellationToken))
                .Where(fact => fact.Start <= scope.Origin && scope.Areas.TryGet(AreaLevel.Community, fact.Community, out _)));
        if (measures.All.Count == 0) return FactTally.None;

        var first = measures.All.Min(measure => measure.Start).AddDays(-DaysAWeek * (ComparisonWindow.MostWeeks + 1));
        var weeks = new WeeklyOutcomes(measures.Services);
        return new FactTally(() => Rows(measures, weeks, scope))
        {
            Feedback = new(first, weeks.Add),
            Usage = new(first, weeks.Add),
        };
    }

    private static IEnumerable<IndicatorRow> Rows(MeasureBook measures, WeeklyOutcomes weeks, IndicatorScope scope)
    {
        (ImprovementFact Measure, MeasureFinding Finding)[] found =
            [.. measures.All.SelectMany(measure => new MeasureStudy(measure, measures, weeks, scope).Findings().Select(finding => (measure, finding)))];
        return [.. found.Select(one => Row(one.Measure, one.Finding)), .. MeasureGroup.Of(found, scope).Select(Row)];
    }

    private static IndicatorRow Row(ImprovementFact measure, MeasureFinding finding) => new(
        AreaLevel.Community,
        measure.Community,
        measure.Service is { } service ? ServiceScope.OfService(service) : ServiceScope.All,
        [$"{measure.Start:yyyyMMdd}", measure.Measure, finding.Outcome.Code],
        Values(measure, finding));

    // Words where single measures have their day, so that no upload's measure has the same key.
    private static IndicatorRow Row(MeasureGroup group) => new(
        group.Area.Level,
        group.Area.Code,
        group.Scope,
        [group.Kind is null ? "all" : "kind", group.Kind ?? "all", group.Outcome.Code],
        Values(group));

    private static IReadOnlyList<IndicatorValue> Values(ImprovementFact measure, MeasureFinding finding)
    {
        var (window, estimate) = (finding.Window, finding.Estimate);
        var suppressed = finding.IsFewerThan(FewestShown);
        return
        [
            measure.Measure, measure.Start, measure.End, finding.Outcome.Code, window.Weeks,
            ComparisonWindow.MondayOf(window.FirstWeek), ComparisonWindow.MondayOf(window.LastWeek + 1).AddDays(-1),
            suppressed ? (int?)null : finding.CountBefore,
            suppressed ? (int?)null : finding.CountAfter,
            suppressed ? (double?)null : finding.Before,
            suppressed ? (double?)null : finding.After,
            finding.Controls, estimate?.ControlBefore, estimate?.ControlAfter,
            estimate?.Effect.Estimate, estimate?.Effect.Lower, estimate?.Effect.Upper,
            Percent * estimate?.Relative.Estimate, Percent * estimate?.Relative.Lower, Percent * estimate?.Relative.Upper,
            Percent * finding.Outcome.HandbookEffect, finding.Target, finding.Verdict.Code(), suppressed,
            .. Counts(VerdictCounts.Of([finding.Verdict])), null as double?, null as double?, null as double?,
        ];
    }

    private static IReadOnlyList<IndicatorValue> Values(MeasureGroup group)
    {
        var (verdicts, pooled) = (group.Verdicts, group.Pool());
        var windows = group.Found.Select(one => one.Finding.Window).ToArray();
        // A sum with one hidden part would tell that part to whoever knows the others.
        var suppressed = group.Found.Any(one => one.Finding.IsFewerThan(FewestShown));
        return
        [
            group.Kind, group.Found.Min(one => one.Measure.Start), null as DateOnly?, group.Outcome.Code, null as int?,
            ComparisonWindow.MondayOf(windows.Min(window => window.FirstWeek)), ComparisonWindow.MondayOf(windows.Max(window => window.LastWeek) + 1).AddDays(-1),
            suppressed ? (int?)null : group.Found.Sum(one => one.Finding.CountBefore),
            suppressed ? (int?)null : group.Found.Sum(one => one.Finding.CountAfter),
            null as double?, null as double?, null as int?, null as double?, null as double?, null as double?, null as double?, null as double?,
            Percent * pooled?.Relative.Estimate, Percent * pooled?.Relative.Lower, Percent * pooled?.Relative.Upper,
            Percent * group.Outcome.HandbookEffect, null as double?, verdicts.On(group.Outcome, pooled).Code(), suppressed,
            .. Counts(verdicts), Percent * pooled?.Heterogeneity, Percent * pooled?.Expected?.Lower, Percent * pooled?.Expected?.Upper,
        ];
    }

    private static IndicatorValue[] Counts(VerdictCounts verdicts) =>
        [verdicts.Measures, verdicts.Achieved, verdicts.NotAchieved, verdicts.TooEarly, verdicts.NoComparison, verdicts.AchievedShare];
}
