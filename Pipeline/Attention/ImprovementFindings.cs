using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Indicators.Improvements;
using CommunityDemand.Pipeline.Plans;

namespace CommunityDemand.Pipeline.Attention;

/// <summary>Outcomes of measures that were achieved, not achieved, or judged for the first time; largest effect first.</summary>
internal static class ImprovementFindings
{
    private const int MostNamed = 3;
    private const string Achieved = "achieved";
    private const string NotAchieved = "not_achieved";

    /// <param name="waiting">Outcomes that the previous run could not judge, by <see cref="KeyOf(ImprovementsRow)"/>.</param>
    public static IEnumerable<AttentionRow> Of(
        IReadOnlyList<ImprovementsRow> rows, IReadOnlySet<string> waiting, string city, RowNames names)
    {
        ImprovementsRow[] judged =
        [
            .. rows
                .Where(row => row.Level == AreaLevel.Community && IsJudged(row.Verdict))
                .OrderByDescending(row => Math.Abs(row.RelativeEffect ?? 0))
                .ThenBy(KeyOf, StringComparer.Ordinal),
        ];
        (Severity Severity, Func<int, IReadOnlyList<Message>, Message> Text, IEnumerable<ImprovementsRow> Rows)[] groups =
        [
            (Severity.Watch, IndicatorMessages.NewlyJudged, judged.Where(row => waiting.Contains(KeyOf(row)))),
            (Severity.Watch, IndicatorMessages.NotAchieved, judged.Where(row => row.Verdict == NotAchieved)),
            (Severity.Know, IndicatorMessages.Achieved, judged.Where(row => row.Verdict == Achieved)),
        ];
        foreach (var (severity, text, of) in groups)
        {
            ImprovementsRow[] all = [.. of];
            if (all.Length == 0) continue;
            var named = all.Take(MostNamed).Select(row => IndicatorMessages.Judged(
                row.Measure ?? "", names.Of(row.Level, row.Area).Name, row.Outcome, (row.RelativeEffect ?? 0) / 100, row.Verdict));
            yield return Finding.Of(city, severity, text(all.Length, [.. named])) with { Count = all.Length };
        }
    }

    /// <summary>Key of an outcome of a measure, stable over runs.</summary>
    public static string KeyOf(ImprovementsRow row) => KeyOf(row.Area, row.Scope.Code, row.StartKey, row.MeasureKey, row.Outcome);

    public static string KeyOf(string area, string service, string start, string measure, string outcome) =>
        string.Join('\n', area, service, start, measure, outcome);

    public static bool IsJudged(string? verdict) => verdict is Achieved or NotAchieved;
}
