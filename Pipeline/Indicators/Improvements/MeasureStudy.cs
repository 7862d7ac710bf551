using CommunityDemand.Domain.Improvements;
using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Indicators.Improvements;

/// <summary>A measure compared with communities without it.</summary>
internal sealed class MeasureStudy(ImprovementFact measure, MeasureBook measures, WeeklyOutcomes weeks, IndicatorScope scope)
{
    private static readonly int[] AllQuestions = [.. Enumerable.Range(0, AnswerSums.Questions)];

    // Index of the question in an answer.
    private static readonly int[] EfficiencyQuestion = [1];

    public ImprovementFact Measure => measure;

    /// <summary>Findings on each outcome; response minutes are included where an upload has them.</summary>
    public IEnumerable<MeasureFinding> Findings()
    {
        var (window, mayGrow) = Window(weeks.FirstAnswer);
        var (before, after) = weeks.Answers(measure.Community, measure.Service, window);
        (AnswerSums, AnswerSums)[] controls = [.. Controls(window).Select(community => weeks.Answers(community, measure.Service, window))];
        foreach (var (outcome, questions) in new[]
        {
            (ImprovementOutcome.Satisfaction, AllQuestions), (ImprovementOutcome.Efficiency, EfficiencyQuestion)
        })
        {
            var estimate = window.IsLongEnough ? MeanEffect.Estimate(before, after, controls, questions) : null;
            var target = outcome == ImprovementOutcome.Satisfaction ? measure.Target : null;
            yield return new MeasureFinding(
                outcome, window, before.Count(questions), after.Count(questions), estimate?.Before ?? before.Mean(questions),
                estimate?.After ?? after.Mean(questions),
                estimate?.Controls ?? controls.Length, estimate, target, Verdict(outcome, estimate, target, controls.Length, mayGrow));
        }

        yield return Complaints();
        if (weeks.FirstResponse is not null) yield return Response();
    }

    private MeasureFinding Complaints()
    {
        // Before the first complaint or visit, missing data would look like no complaints.
        var first = weeks.FirstComplaint > weeks.FirstVisit ? weeks.FirstComplaint : weeks.FirstVisit;
        var (window, mayGrow) = Window(weeks.FirstComplaint is null ? null : first);
        var (before, after) = weeks.Complaints(measure.Community, measure.Service, window);
        (EventRate, EventRate)[] controls = [.. Controls(window).Select(community => weeks.Complaints(community, measure.Service, window))];
        var estimate = window.IsLongEnough ? RateEffect.Estimate(before, after, controls) : null;
        var outcome = ImprovementOutcome.Complaints;
        return new MeasureFinding(
            outcome, window, before.Events, after.Events, before.PerThousand, after.PerThousand,
            estimate?.Controls ?? controls.Length, estimate, null, Verdict(outcome, estimate, null, controls.Length, mayGrow));
    }

    private MeasureFinding Response()
    {
        var (window, mayGrow) = Window(weeks.FirstResponse);
        var own = weeks.Responses(measure.Community, measure.Service, window);
        var controls = Controls(window)
            .Select(community => weeks.Responses(community, measure.Service, window)).Where(times => times.Count > 0).ToArray();
        var estimate = window.IsLongEnough ? ResponseEffect.Estimate(own, controls) : null;
        var outcome = ImprovementOutcome.Response;
        return new MeasureFinding(
            outcome, window, (int)own.Values.Sum(times => times.Before.Responses), (int)own.Values.Sum(times => times.After.Responses),
            estimate?.Before ?? double.NaN, estimate?.After ?? double.NaN,
            estimate?.Controls ?? controls.Length, estimate, null, Verdict(outcome, estimate, null, controls.Length, mayGrow));
    }

    private static ImprovementVerdict Verdict(
        ImprovementOutcome outcome, EffectEstimate? estimate, double? target, int controls, bool mayGrow) =>
        estimate is not null ? ImprovementVerdicts.Of(outcome, estimate, target)
        : mayGrow && controls >= ChangeSpread.FewestControls ? ImprovementVerdict.TooEarly
        : ImprovementVerdict.NoComparison;

    /// <summary>The compared weeks, and whether waiting would add weeks.</summary>
    private (ComparisonWindow Window, bool MayGrow) Window(DateOnly? firstKnown)
    {
        var steps = measures.Steps;
        if (firstKnown is not { } known) return (ComparisonWindow.Of(steps, measure.Start, measure.Start, measure.Start), false);
        var (first, last) = measures.Undisturbed(measure, known, scope.Origin);
        var window = ComparisonWindow.Of(steps, measure.Start, first, last);
        return (
            window, last == scope.Origin && window.WeeksAfter < window.WeeksBefore && window.WeeksBefore >= steps.Fewest);
    }

    private IEnumerable<string> Controls(ComparisonWindow window)
    {
        var until = window.LastDay;
        return scope.Areas.Communities
            .Select(community => community.Code)
            .Where(code => code != measure.Community && measures.IsUntreated(code, measure.Service, until));
    }
}

/// <summary>The finding on one outcome of a measure.</summary>
/// <param name="CountBefore">Number of answers, complaints or responses before the measure.</param>
/// <param name="Before">Outcome before the measure; NaN where unknown.</param>
/// <param name="Controls">Number of communities for comparison.</param>
/// <param name="Estimate">Estimated effect; null where there are too few data.</param>
/// <param name="Target">Target of the outcome.</param>
internal sealed record MeasureFinding(
    ImprovementOutcome Outcome,
    ComparisonWindow Window,
    int CountBefore,
    int CountAfter,
    double Before,
    double After,
    int Controls,
    EffectEstimate? Estimate,
    double? Target,
    ImprovementVerdict Verdict)
{
    /// <summary>Whether there are so few answers or complaints that persons could be identified.</summary>
    public bool IsFewerThan(int fewest) => Outcome == ImprovementOutcome.Complaints
        ? CountBefore + CountAfter < fewest
        : CountBefore < fewest || CountAfter < fewest;
}
