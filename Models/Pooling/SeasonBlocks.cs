using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Pooling;

/// <summary>How many of the last seasons an index is learned from.</summary>
internal static class SeasonBlocks
{
    /// <summary>Half a year of weeks or 28 days of hours keep an index steady; years change, five are enough.</summary>
    public static int Of(NodePanel nodes) => nodes.Season switch
    {
        <= 7 when nodes.Panel.Axis.Frequency <= Domain.Time.Frequency.Daily => 26,
        <= 31 when nodes.Panel.Axis.Frequency <= Domain.Time.Frequency.Daily => 28,
        _ => 12,
    };
}
