using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Indicators.Satisfaction;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Attention;

/// <summary>Communities rated below the city beyond chance, and places whose sources disagree beyond chance, over the year.</summary>
internal static class SatisfactionFindings
{
    private const int MostAreas = 3;
    private const int MostDimensions = 2;

    public static IEnumerable<AttentionRow> Of(IReadOnlyList<SatisfactionRow> rows, string city, RowNames names)
    {
        SatisfactionRow[] year =
        [
            .. rows.Where(
                row => row is { PeriodKind: "year", Source: "all", Level: AreaLevel.City or AreaLevel.Community }
                    && row.Scope == ServiceScope.All),
        ];
        var weak = ByArea(year.Where(row => row.Standing == "weak"), row => row.CityGap ?? 0);
        var apart = ByArea(year.Where(row => row.SourcesDisagree == true), row => -(row.SourceGap ?? 0));
        foreach (var area in weak.Take(MostAreas)) yield return Weak(area, names);
        foreach (var area in apart.Take(MostAreas)) yield return Apart(area, names);
        var more = Math.Max(0, weak.Count - MostAreas) + Math.Max(0, apart.Count - MostAreas);
        if (more > 0) yield return Finding.Of(city, Severity.Watch, IndicatorMessages.MoreSatisfaction(more)) with { Count = more };
    }

    private static AttentionRow Weak(SatisfactionRow[] area, RowNames names)
    {
        var worst = area[0];
        var dimensions = area.Take(MostDimensions)
            .Select(row => IndicatorMessages.Weakness(row.Dimension, row.Index!.Value, -row.CityGap!.Value));
        return Finding.At(worst, Severity.Act, IndicatorMessages.Weak(names.Of(worst.Level, worst.Area).Name, [.. dimensions])) with
        {
            Value = worst.Index,
            Reference = worst.Index - worst.CityGap,
            Since = worst.Period,
            Until = worst.PeriodEnd,
        };
    }

    private static AttentionRow Apart(SatisfactionRow[] area, RowNames names)
    {
        var widest = area[0];
        var dimensions = area.Take(MostDimensions)
            .Select(row => IndicatorMessages.Disagreement(row.Dimension, row.SourceLowest!, row.SourceHighest!, row.SourceGap!.Value));
        return Finding.At(widest, Severity.Watch, IndicatorMessages.Apart(names.Of(widest.Level, widest.Area).Name, [.. dimensions])) with
        {
            Value = widest.SourceGap,
            Since = widest.Period,
            Until = widest.PeriodEnd,
        };
    }

    // Areas in the order of their most urgent row, with the rows of each area in that order.
    private static IReadOnlyList<SatisfactionRow[]> ByArea(IEnumerable<SatisfactionRow> rows, Func<SatisfactionRow, double> pressing) =>
        [.. rows.OrderBy(pressing)
            .ThenBy(row => row.Area, StringComparer.Ordinal)
            .GroupBy(row => (row.Level, row.Area))
            .Select(group => group.ToArray())];
}
