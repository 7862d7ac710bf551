using CommunityDemand.Domain.Time;

namespace CommunityDemand.Models.History;

/// <summary>Lengths, in periods, that features look back over.</summary>
/// <param name="Scale">The window whose mean scales a row.</param>
/// <param name="Means">Windows of rolling means.</param>
/// <param name="Year">A year (of whole weeks for days; a week for hours): what "last year" means.</param>
/// <param name="Quarter">A quarter of it.</param>
/// <param name="OutageYear">A year, of hours too: an outage that comes back after it is the season's.</param>
/// <param name="Neighbourhood">Periods each side of the one a year ago that are averaged with it.</param>
/// <param name="ShiftWithin">Periods before the origin among which a shift of the level is looked for.</param>
/// <param name="ShiftSide">Fewest values of the new level that tell one; 0: none is looked for.</param>
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
