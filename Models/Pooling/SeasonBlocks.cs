using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Pooling;

/// <summary>Number of recent seasons from which an index is learned.</summary>
internal static class SeasonBlocks
{
    /// <summary>
    /// The number of seasons: half a year of weeks or 28 days of hours give a stable index; five years suffice, because years change.
    /// </summary>
    public static int Of(NodePanel nodes) => nodes.Season switch
    {
        <= 7 when nodes.Panel.Axis.Frequency <= Domain.Time.Frequency.Daily => 26,
        168 when nodes.Panel.Axis.Frequency == Domain.Time.Frequency.Hourly => 26,
        <= 31 when nodes.Panel.Axis.Frequency <= Domain.Time.Frequency.Daily => 28,
        _ => 12,
    };
}
