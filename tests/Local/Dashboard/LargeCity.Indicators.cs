using System.Globalization;

namespace CommunityDemand.Tests.Local.Dashboard;

// What a row of each indicator's table holds.
internal sealed partial class LargeCity
{
    private static readonly string[] Dimensions = ["overall", "content", "efficiency", "attitude", "sustainability", "innovation"];

    private static string Quarter(int ago) =>
        new DateOnly(2026, 4, 1).AddMonths(-3 * ago).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool Within(string period, IReadOnlyDictionary<string, string> query) =>
        (!query.TryGetValue("from", out var from) || string.CompareOrdinal(period, from) >= 0)
            && (!query.TryGetValue("to", out var to) || string.CompareOrdinal(period, to) <= 0);

    private static Dictionary<string, object?> Row(
        Area area, params (string Column, object? Value)[] columns) => new((IEnumerable<KeyValuePair<string, object?>>)
    [
        new("run", Run),
        new("origin", Day(0)),
        new("level", area.Level),
        new("area", area.Code),
        new("areaName", area.Name),
        new("parent", area.Parent),
        new("serviceLevel", "all"),
        new("service", "all"),
        new("serviceName", "All services"),
        .. columns.Select(column => KeyValuePair.Create(column.Column, column.Value)),
    ]);

    private static IEnumerable<object> Satisfaction(Area area, IReadOnlyDictionary<string, string> query) =>
        from dimension in Dimensions
        from ago in Enumerable.Range(0, 9)
        let period = ago == 8 ? "2025-07-01" : Quarter(ago)
        where Within(period, query)
        let weak = area.Code.EndsWith('3')
        select Row(area, ("dimension", dimension), ("source", "all"), ("periodKind", ago == 8
            ? "year"
            : "quarter"), ("period", period), ("periodEnd", Day(0)), ("answers", 200), ("suppressed", false),
            ("mean", 4.0), ("deviation", 1.0), ("satisfied", .7), ("satisfiedLower95", .63), ("satisfiedUpper95", .76), ("index", 80.0),
            ("reference", 82.3), ("cityGap", weak ? -4.0 : 0.5),
            ("standing", weak ? "weak" : "average"), ("shrunkIndex", 80.5), ("rank", 1), ("sourceGap", 6.0), ("sourceLowest", "resident"),
            ("sourceHighest", "staff"), ("sourcesDisagree", ago == 8 && weak));

    private static IEnumerable<object> Participation(Area area, IReadOnlyDictionary<string, string> query) =>
        from of in ((string, string)[])[
            ("total", "all"),
            ("channel", "app"),
            ("channel", "meeting"),
            ("mode", "online"),
            ("mode", "offline"),
        ]
        from ago in Enumerable.Range(0, 12)
        where Within(Quarter(ago), query)
        let total = of.Item1 == "total"
        select Row(area, ("breakdown", of.Item1), ("category", of.Item2), ("period", Quarter(ago)), (
            "periodEnd", Day(0)), ("communities", 1), ("participants", 600), ("eligible", 1000), ("suppressed", false),
            ("rate", .6),
            ("lower95", .57),
            ("upper95", .63),
            ("reference2015", total ? .583 : null),
            ("reference2024", total ? .672 : null),
            ("cityGap", -2.0),
            ("standing", area.Code.EndsWith('3') ? "weak" : "average"),
            ("trendPoints", ago == 0 ? 1.5 : null),
            ("trendError", ago == 0 ? .4 : null),
            ("trendP", ago == 0 ? .002 : null));

    private static IEnumerable<object> Themes(Area area) =>
        from theme in (string[])["all", "slow_response", "attitude", "praise"]
        from ago in Enumerable.Range(0, 8)
        let all = theme == "all"
        select Row(area, ("theme", theme), ("period", Quarter(ago)), ("periodEnd", Day(0)), ("comments", 30), ("share", all
            ? 1
            : .3), ("shareBefore", .2), ("suppressed", false), ("complaints", all ? 40 : null),
            ("visits", all ? 20000 : null),
            ("complaintRate", all ? (ago == 0 ? 4.0 : 2.0) : null),
            ("centreLine", all ? 2.0 : null),
            ("lowerLimit", all ? 1.0 : null),
            ("upperLimit", all ? 3.0 : null),
            ("outOfControl", all ? ago == 0 : null), ("emergingTerms", all && ago == 0 ? "lift; queue" : null));

    private static IEnumerable<object> Improvements(
        Area area, IReadOnlyDictionary<string, string> query) => ((string[])["satisfaction", "efficiency", "complaints"]).Select(outcome =>
        Row(area, ("measure", "Longer hours"), ("start", "2025-09-01"), (
            "end", null), ("outcome", outcome), ("weeks", 30), ("countBefore", 100), ("countAfter", 110), ("before", 70.0), ("after", 80.0),
            ("controls", 20), ("effect", 9.0), ("effectLower95", 4.0), ("effectUpper95", 14.0), ("relativeEffect", 12.0),
            ("relativeLower95", 5.0), ("relativeUpper95", 19.0), ("handbookEffect", 12.5),
            ("verdict", query["run"] == Run ? "achieved" : "too_early"), ("suppressed", false)));

    private static IEnumerable<object> MatchDimensions(Area area) =>
        from of in ((string Dimension, string Measure)[])[
            ("structural", "services"),
            ("timeliness", "within_target"),
            ("personal", "coverage:disabled"),
            ("sustainability", "trained_staff"),
        ]
        select Row(
            area, ("dimension", of.Dimension), ("measure", of.Measure), ("value", .8), ("reference", 1.0), ("mismatch", .2), ("basis", 500),
            ("suppressed", false), ("from", Day(-90)), ("to", Day(0)));

    private static Dictionary<string, object?> Allocation(Area area, (string Level, string Code) scope)
    {
        var row = Row(area, ("resource", "visits"), ("units", 10), (
            "extraCapacity", 10), ("shortageBefore", 100.0), ("shortageAfter", 60.0), ("shortageRemoved", 40.0), ("matchRateBefore", .9),
            ("matchRateAfter", .94), ("nextUnitGain", 3.0), ("proportionalRemoved", 20.0));
        (row["serviceLevel"], row["service"], row["serviceName"]) = (scope.Level, scope.Code, scope.Code);
        return row;
    }

    private static IEnumerable<object> Scenarios(
        Area area, (string Level, string Code) scope) => ((string[])["ageing", "surge", "closed-centre", "new-centre"]).Select(scenario =>
    {
        var row = Row(area, ("scenario", scenario), ("title", Message("What is assumed")), (
            "demand", 1000.0), ("demandChange", scenario == "ageing" ? 80.0 : -20.0), ("lower95", scenario == "ageing" ? 50.0 : null),
            ("upper95", scenario == "ageing" ? 110.0 : null),
            ("capacity", 1200.0),
            ("expectedShortage", 90.0),
            ("shortageChange", 30.0),
            ("matchRate", .91),
            ("status", "short"));
        (row["serviceLevel"], row["service"], row["serviceName"]) = (scope.Level, scope.Code, scope.Code);
        return row;
    });
}
