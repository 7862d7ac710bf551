using CommunityDemand.Domain.Time;

namespace CommunityDemand.Models.History;

/// <summary>Lengths of the windows that features use, in periods.</summary>
/// <param name="Scale">Window whose mean scales a row.</param>
/// <param name="Means">Windows of rolling means.</param>
/// <param name="Year">One year (of whole weeks for days; one week for hours): the distance of "last year".</param>
/// <param name="Quarter">A quarter of that year.</param>
/// <param name="OutageYear">One year, also for hours: an outage that returns after this distance is part of the season.</param>
/// <param name="Neighbourhood">Number of periods on each side of the period a year ago that are averaged with it.</param>
/// <param name="ShiftWithin">Number of periods before the origin that are searched for a level shift.</param>
/// <param name="ShiftSide">Minimum number of values at the new level of a shift; 0 turns the search off.</param>
internal sealed record FeatureWindows(
    int Scale, int[] Means, int Year, int Quarter, int OutageYear, int Neighbourhood, int ShiftWithin, int ShiftSide)
{
    public static FeatureWindows Of(Frequency frequency) => frequency switch
    {
        Frequency.Hourly => new(336, [24, 48, 168, 672], 168, 24, 52 * 168, 1, 336, 72),
        Frequency.Daily => new(56, [7, 14, 28, 112, 364], 364, 28, 364, 7, 84, 14),
        Frequency.Weekly => new(26, [4, 8, 13, 26, 52], 52, 13, 52, 1, 13, 4),
        Frequency.Monthly => new(12, [3, 6, 12, 24], 12, 3, 12, 1, 6, 3),
        Frequency.Quarterly => new(4, [2, 4, 8, 12], 4, 1, 4, 0, 0, 0),
        Frequency.Yearly => new(3, [2, 3, 5], 1, 1, 1, 0, 0, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(frequency)),
    };
}
