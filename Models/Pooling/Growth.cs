using CommunityDemand.Models.History;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Pooling;

/// <summary>
/// Growth of a series, or of a group of series, from year to year, as seen at an origin. All values are ratios; 1 where too few values
/// are known.
/// </summary>
/// <param name="Year">Mean of the last year divided by the mean of the year before.</param>
/// <param name="Quarter">Mean of the last quarter divided by the mean of the same quarter a year ago.</param>
/// <param name="YearAgo">
/// For each period of the horizon: the level around that period a year ago, divided by the level just before the origin a year ago.
/// </param>
internal sealed record Growth(double Year, double Quarter, double[] YearAgo)
{
    private const double Most = 5;

    public static Growth Of(RunningSums sums, int origin, int horizon, FeatureWindows windows)
    {
        var ago = new double[horizon];
        for (var h = 0; h < horizon; h++)
        {
            // As many years back as needed for the whole neighbourhood to lie before the origin.
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

    /// <summary>Whether both years are known: half a year compared with a year would reflect the season more than growth.</summary>
    private static bool FullYears(RunningSums sums, int origin, FeatureWindows windows) =>
        sums.Known(origin - (2 * windows.Year), origin - windows.Year) >= 0.9 * windows.Year;

    private static double Ratio(double over, double under) =>
        double.IsNaN(over) || !(under > 0) ? 1 : Math.Clamp(over / under, 1 / Most, Most);
}
