using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Improvements;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Improvements;

/// <summary>
/// Table <c>Improvements</c>: effects of each measure begun up to the origin on satisfaction, efficiency, complaints and response
/// minutes, compared with communities without the measure; and the joint effects of the measures of an area.
/// </summary>
internal sealed class ImprovementsIndicator : IFactIndicator
{
    private const double Percent = 100;

    /// <summary>Minimum number of answers to publish a result.</summary>
    private const int FewestShown = 5;

    public PlacedTable Table => ImprovementsRow.Table;

    public FactTally Begin(IndicatorScope scope)
    {
        var measures = new MeasureBook(
            scope.Facts.Improvements
                .Where(fact => fact.Start <= scope.Origin && scope.Areas.TryGet(AreaLevel.Community, fact.Community, out _)),
            ComparisonSteps.Of(scope.Cadence));
        if (measures.All.Count == 0) return FactTally.None;

        var steps = measures.Steps;
        var first = steps.FirstDayOf(steps.IndexOf(measures.All.Min(measure => measure.Start)) - steps.Most - 1);
        var weeks = new WeeklyOutcomes(measures.Services, steps);
        return new FactTally(() => Rows(measures, weeks, scope))
        {
            Feedback = new(first, weeks.Add),
            Usage = new(first, weeks.Add),
        };
    }

    private static IEnumerable<ImprovementsRow> Rows(MeasureBook measures, WeeklyOutcomes weeks, IndicatorScope scope)
    {
        (ImprovementFact Measure, MeasureFinding Finding)[] found =
            [
                .. measures.All.SelectMany(
                    measure => new MeasureStudy(measure, measures, weeks, scope).Findings().Select(finding => (measure, finding)))];
        return [.. found.Select(one => Row(one.Measure, one.Finding)), .. MeasureGroup.Of(found, scope).Select(Row)];
    }

    private static ImprovementsRow Row(ImprovementFact measure, MeasureFinding finding)
    {
        var (window, estimate) = (finding.Window, finding.Estimate);
        var suppressed = finding.IsFewerThan(FewestShown);
        var verdicts = VerdictCounts.Of([finding.Verdict]);
        return new ImprovementsRow
        {
            Level = AreaLevel.Community,
            Area = measure.Community,
            Scope = measure.Service is { } service ? ServiceScope.OfService(service) : ServiceScope.All,
            StartKey = TableKey.Day(measure.Start),
            MeasureKey = measure.Measure,
            Measure = measure.Measure,
            Start = measure.Start,
            End = measure.End,
            Outcome = finding.Outcome.Code,
            Weeks = window.Weeks,
            From = window.FirstDay,
            To = window.LastDay,
            CountBefore = suppressed ? null : finding.CountBefore,
            CountAfter = suppressed ? null : finding.CountAfter,
            Before = suppressed ? null : finding.Before,
            After = suppressed ? null : finding.After,
            Controls = finding.Controls,
            ControlBefore = estimate?.ControlBefore,
            ControlAfter = estimate?.ControlAfter,
            Effect = estimate?.Effect.Estimate,
            EffectLower95 = estimate?.Effect.Lower,
            EffectUpper95 = estimate?.Effect.Upper,
            RelativeEffect = Percent * estimate?.Relative.Estimate,
            RelativeLower95 = Percent * estimate?.Relative.Lower,
            RelativeUpper95 = Percent * estimate?.Relative.Upper,
            HandbookEffect = Percent * finding.Outcome.HandbookEffect,
            Target = finding.Target,
            Verdict = finding.Verdict.Code(),
            Suppressed = suppressed,
            Measures = verdicts.Measures,
            Achieved = verdicts.Achieved,
            NotAchieved = verdicts.NotAchieved,
            TooEarly = verdicts.TooEarly,
            NoComparison = verdicts.NoComparison,
            AchievedShare = verdicts.AchievedShare,
        };
    }

    private static ImprovementsRow Row(MeasureGroup group)
    {
        var (verdicts, pooled) = (group.Verdicts, group.Pool());
        var windows = group.Found.Select(one => one.Finding.Window).ToArray();
        // A sum with a single hidden part would reveal that part to readers who know the others.
        var suppressed = group.Found.Any(one => one.Finding.IsFewerThan(FewestShown));
        return new ImprovementsRow
        {
            Level = group.Area.Level,
            Area = group.Area.Code,
            Scope = group.Scope,
            // Words in the place of the start day, so that no uploaded measure has the same key.
            StartKey = group.Kind is null ? "all" : "kind",
            MeasureKey = group.Kind ?? "all",
            Measure = group.Kind,
            Start = group.Found.Min(one => one.Measure.Start),
            Outcome = group.Outcome.Code,
            From = windows.Min(window => window.FirstDay),
            To = windows.Max(window => window.LastDay),
            CountBefore = suppressed ? null : group.Found.Sum(one => one.Finding.CountBefore),
            CountAfter = suppressed ? null : group.Found.Sum(one => one.Finding.CountAfter),
            RelativeEffect = Percent * pooled?.Relative.Estimate,
            RelativeLower95 = Percent * pooled?.Relative.Lower,
            RelativeUpper95 = Percent * pooled?.Relative.Upper,
            HandbookEffect = Percent * group.Outcome.HandbookEffect,
            Verdict = verdicts.On(group.Outcome, pooled).Code(),
            Suppressed = suppressed,
            Measures = verdicts.Measures,
            Achieved = verdicts.Achieved,
            NotAchieved = verdicts.NotAchieved,
            TooEarly = verdicts.TooEarly,
            NoComparison = verdicts.NoComparison,
            AchievedShare = verdicts.AchievedShare,
            Heterogeneity = Percent * pooled?.Heterogeneity,
            ExpectedLower95 = Percent * pooled?.Expected?.Lower,
            ExpectedUpper95 = Percent * pooled?.Expected?.Upper,
        };
    }
}
