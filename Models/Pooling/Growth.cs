using CommunityDemand.Models.History;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Pooling;

/// <summary>How a series, or a group of them, moves from year to year, as seen at an origin. Ratios; 1 where too little is known.</summary>
/// <param name="Year">Mean of the last year over that of the year before.</param>
/// <param name="Quarter">Mean of the last quarter over that of the same quarter a year ago.</param>
/// <param name="YearAgo">
/// For each period of the horizon: the level around it a year ago over the level just before the origin a year ago.
/// </param>
internal sealed record Growth(double Year, double Quarter, double[] YearAgo)
{
    private const double Most = 5;

    public static Growth Of(RunningSums sums, int origin, int horizon, FeatureWindows windows)
    {
        var ago = new double[horizon];
        for (var h = 0; h < horizon; h++)
        {
            // As many years back as it takes for the whole neighbourhood to lie before the origin.
            var back = windows.Year;
            while (h - back + windows.Neighbourhood >= 0) back += windows.Year;
            var around = sums.Mean(origin + h - back - windows.Neighbourhood, origin + h - back + windows.Neighbourhood + 1);
            ago[h] = Ratio(around, sums.Mean(origin - back - windows.Quarter, origin - back));
        }

        return new Growth(
            FullYears(sums, origin, windows)
                ? Ratio(sums.Mean(origin - windows.Year, origin), sums.Mean(origin - (2 * windows.Year), origin - windows.Year))
                : 1,
            Ratio(sums.Mean(origin - windows.Quarter, origin), sums.Mean(origin - windows.Year - windows.Quarter, origin - windows.Year)),
            ago);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Year);
        writer.Write(Quarter);
        writer.WriteArray<double>(YearAgo);
    }

    public static Growth Read(BinaryReader reader) => new(reader.ReadDouble(), reader.ReadDouble(), reader.ReadArray<double>());

    /// <summary>Half a year against a year says more of the season than of growth.</summary>
    private static bool FullYears(RunningSums sums, int origin, FeatureWindows windows) =>
        sums.Known(origin - (2 * windows.Year), origin - windows.Year) >= 0.9 * windows.Year;

    private static double Ratio(double over, double under) =>
        double.IsNaN(over) || !(under > 0) ? 1 : Math.Clamp(over / under, 1 / Most, Most);
}
