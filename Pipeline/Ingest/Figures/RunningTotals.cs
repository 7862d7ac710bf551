using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Figures;

/// <summary>
/// Finds series whose visits are running totals. Several resets at the ends of months or years are proof for a series; otherwise most
/// series of the file must run, because one may grow by itself. Where all series are short, they are judged together.
/// </summary>
internal static class RunningTotals
{
    private const int FewestRisesOfAll = 20;

    public static IEnumerable<Message> Find(IReadOnlyCollection<FigureSeries> all)
    {
        var running = Most(all, RunningTotal.FewestSteps, isAmongMany: false);
        if (running.Length == 0)
        {
            running = Most(all, RunningTotal.FewestAmongMany, isAmongMany: true);
            if (running.Sum(one => one.Series.Run.Rises) < FewestRisesOfAll) yield break;
        }

        foreach (var span in running.GroupBy(one => one.Span).OrderBy(group => group.Key))
        {
            var first = span.First().Series;
            yield return FigureMessages.RunningTotals(span.Count(), span.Key == RunningSpan.Month, first.Community, first.Service);
        }
    }

    // The running series where four of five run, otherwise those that run for sure.
    private static (FigureSeries Series, RunningSpan Span)[] Most(
        IReadOnlyCollection<FigureSeries> all, int fewestSteps, bool isAmongMany)
    {
        FigureSeries[] judged = [.. all.Where(series => series.Run.Steps >= fewestSteps)];
        (FigureSeries Series, RunningSpan Span)[] running =
            [.. judged.Select(series => (series, series.Run.SpanOf(isAmongMany))).Where(one => one.Item2 != RunningSpan.None)];
        return 5 * running.Length >= 4 * judged.Length ? running : [.. running.Where(one => one.Series.Run.IsSure)];
    }
}
