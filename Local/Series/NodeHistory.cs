using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Local.Series;

/// <summary>Known values of series and of their sums.</summary>
internal static class NodeHistory
{
    /// <summary>
    /// The values of a node, one for each period of the panel. A period in which a series lacks a value, after its first one, is NaN: a sum
    /// without it would show a fall that did not happen.
    /// </summary>
    public static double[] Of(Panel panel, Node node)
    {
        var level = panel.Schema.Levels.First(level => level.Name == node.Level);
        var sums = new double[panel.Axis.Count];
        var known = new int[sums.Length];
        for (var series = 0; series < panel.Keys.Count; series++)
        {
            if (!Belongs(panel.Keys[series], level, node)) continue;
            var hasBegun = false;
            var values = panel.Values[series];
            for (var t = 0; t < sums.Length; t++)
            {
                hasBegun |= !float.IsNaN(values[t]);
                if (!hasBegun) continue;
                sums[t] += values[t];
                known[t]++;
            }
        }

        for (var t = 0; t < sums.Length; t++)
        {
            if (known[t] == 0) sums[t] = double.NaN;
        }

        return sums;
    }

    private static bool Belongs(string[] key, Level level, Node node)
    {
        for (var i = 0; i < level.Columns.Count; i++)
        {
            if (key[level.Columns[i]] != node.Values[i]) return false;
        }

        return true;
    }
}
