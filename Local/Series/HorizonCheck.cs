using CommunityDemand.Models.Panels;

namespace CommunityDemand.Local.Series;

/// <summary>Columns that are known ahead need a value for each series and period of the horizon.</summary>
internal static class HorizonCheck
{
    /// <exception cref="UserErrorException">A value is missing: a forecast without it would assume what nobody said.</exception>
    public static void Check(Panel panel, int horizon, FileInfo file)
    {
        foreach (var feature in panel.Features)
        {
            for (var series = 0; series < panel.Keys.Count; series++)
            {
                for (var period = panel.Axis.Count; period < panel.Axis.Count + horizon; period++)
                {
                    if (!float.IsNaN(feature.KnownBefore(series, period + 1))) continue;
                    throw new UserErrorException(
                        $"{file}: column {feature.Name} has no value for {string.Join(", ", panel.Keys[series])} at "
                            + $"{panel.Axis[period]:yyyy-MM-dd}; --with needs one for each series and period of the horizon, "
                            + $"{panel.Axis[panel.Axis.Count]:yyyy-MM-dd} to {panel.Axis[panel.Axis.Count + horizon - 1]:yyyy-MM-dd}. "
                            + "Add such rows with an empty value, or leave the column out of --with.");
                }
            }
        }
    }
}
