using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Improvements;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Publish;

namespace CommunityDemand.Pipeline.Indicators.Improvements;

/// <summary>Table <c>Improvements</c>: what each measure begun up to the origin did to satisfaction, efficiency and complaints, against communities without it.</summary>
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
        return new FactTally(() => measures.All.SelectMany(measure => Rows(new MeasureStudy(measure, measures, weeks, scope))))
        {
            Feedback = new(first, weeks.Add),
            Usage = new(first, weeks.Add),
        };
    }

    private static IEnumerable<IndicatorRow> Rows(MeasureStudy study) =>
        study.Findings().Select(finding => new IndicatorRow(
            AreaLevel.Community,
            study.Measure.Community,
            study.Measure.Service is { } service ? ServiceScope.OfService(service) : ServiceScope.All,
            [$"{study.Measure.Start:yyyyMMdd}", study.Measure.Measure, finding.Outcome.Code],
            Values(study.Measure, finding)));

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
        ];
    }
}
