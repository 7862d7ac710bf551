using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Indicators.Participation;
using CommunityDemand.Pipeline.Plans;

namespace CommunityDemand.Pipeline.Attention;

/// <summary>
/// A trend in the city's participation beyond chance, and communities below the city beyond chance, in the latest quarter.
/// </summary>
internal static class ParticipationFindings
{
    private const int MostAreas = 5;
    private const double Chance = 0.05;

    public static IEnumerable<AttentionRow> Of(IReadOnlyList<ParticipationRow> rows, string city, RowNames names)
    {
        ParticipationRow[] totals = [.. rows.Where(row => row.Breakdown == "total")];
        var whole = totals.Where(row => row.Level == AreaLevel.City).MaxBy(row => row.Period);
        if (whole is null) yield break;
        if (whole is { TrendPoints: { } points and not 0, TrendP: < Chance, Rate: { } rate })
        {
            yield return Finding.At(
                whole, points < 0 ? Severity.Act : Severity.Know,
                IndicatorMessages.Participation(points < 0, rate, whole.Period, points)) with
            {
                Value = points,
                Share = rate,
                Until = whole.PeriodEnd,
            };
        }

        ParticipationRow[] weak =
        [
            .. totals.Where(row => row.Level == AreaLevel.Community && row.Period == whole.Period && row.Standing == "weak")
            .OrderBy(row => row.CityGap),
        ];
        if (weak.Length == 0) yield break;
        var named = weak.Take(MostAreas)
            .Select(row => IndicatorMessages.LowArea(names.Of(row.Level, row.Area).Name, row.Rate!.Value, row.CityGap!.Value));
        yield return Finding.Of(city, Severity.Watch, IndicatorMessages.LowParticipation(weak.Length, [.. named])) with
        {
            Count = weak.Length,
            Until = whole.PeriodEnd,
        };
    }
}
