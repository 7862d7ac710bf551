using CommunityDemand.Domain.Statistics;
using CommunityDemand.Models.Features;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.History;

namespace CommunityDemand.Models.Boosting;

/// <summary>The sample of rows that a boosted model learns from.</summary>
internal static class TrainingSample
{
    /// <summary>Maximum number of past origins from which rows start.</summary>
    private const int MostOrigins = 36;

    /// <summary>
    /// Origins to learn from, ascending: evenly spread over the history, with a step that is not a multiple of the season.
    /// </summary>
    public static int[] Origins(PanelHistory history)
    {
        var nodes = history.Nodes;
        var first = Math.Max(2, Math.Min(nodes.Season, nodes.Periods / 3));
        var span = nodes.Periods - first;
        var step = Math.Max(1, (span + MostOrigins - 1) / MostOrigins);
        while (step > 1 && nodes.Season > 1 && (step % nodes.Season == 0 || (nodes.Season % step == 0 && step > 1))) step++;
        return
        [
            .. Enumerable.Range(1, Math.Max(0, span / step))
                .Select(i => nodes.Periods - (i * step))
                .Where(origin => origin >= first)
                .Order(),
        ];
    }

    /// <summary>
    /// A random sample of all (node, origin, horizon) whose target lies before the cut. Whether a row is drawn depends only on the seed
    /// and on the row's place, never on data after the cut.
    /// </summary>
    public static TrainingRow[] Draw(FeatureRows[] views, PanelHistory history, int cut, int width, BoostingOptions options)
    {
        var nodes = history.Nodes;
        var candidates = views.Sum(view => Math.Min(history.Horizon, cut - view.Origin) * (long)view.Scales.Count(scale => scale > 0));
        var share = (double)options.Rows / Math.Max(1, candidates);
        var usual = UsualScale(views[^1], nodes);
        // Values during an outage are not targets. Origins within an outage stay, because real forecasts may also start in an outage
        // whose end is unknown.
        var outages = new Outage[nodes.Count][];
        Parallel.For(0, outages.Length, node => outages[node] = history.OutagesAt(node, cut));
        // A node is described once for all its horizons. The rows keep their order, whatever the order of the threads.
        var drawn = new List<(FeatureRows View, int Node, int[] Horizons)>();
        foreach (var view in views)
        {
            for (var node = 0; node < nodes.Count; node++)
            {
                if (view.Scales[node] <= 0) continue;
                var horizons = Horizons(nodes, view.Origin, node);
                if (horizons.Length > 0) drawn.Add((view, node, horizons));
            }
        }

        var rows = new TrainingRow[drawn.Count][];
        Parallel.For(0, rows.Length, i => rows[i] = Rows(drawn[i].View, drawn[i].Node, drawn[i].Horizons));
        return [.. rows.SelectMany(row => row)];

        int[] Horizons(NodePanel panel, int origin, int node)
        {
            List<int>? found = null;
            for (var h = 1; h <= history.Horizon && origin + h - 1 < cut; h++)
            {
                if (Uniform(options.Seed, node, origin, h) < share && IsTarget(panel, node, origin + h - 1)) (found ??= []).Add(h);
            }

            return found is null ? [] : [.. found];
        }

        bool IsTarget(NodePanel panel, int node, int period) =>
            !float.IsNaN(panel.Values[node][period]) && !Array.Exists(outages[node], outage => outage.Holds(period));

        TrainingRow[] Rows(FeatureRows view, int node, int[] horizons)
        {
            var described = view.Open(node);
            return [.. horizons.Select(h =>
            {
                var features = new float[width];
                described.Write(h, features);
                double value = nodes.Values[node][view.Origin + h - 1];
                var (scale, level) = (described.Scale, described.Scale * described.IndexOf(h));
                return new TrainingRow(
                    features,
                    h,
                    Math.Min(GlobalModels.MostTarget, (float)(value / scale)),
                    (float)(scale / (scale + usual)),
                    Math.Min(GlobalModels.MostTarget, (float)(value / level)),
                    (float)(level / (level + usual)));
            })];
        }
    }

    /// <summary>
    /// The median scale of the series. The standard deviation of counts grows with their square root, so the relative error of a busy
    /// series is more informative than that of a sparse one.
    /// </summary>
    private static double UsualScale(FeatureRows view, NodePanel nodes)
    {
        var bottoms = Enumerable.Range(0, nodes.Count).Where(node => nodes.Hierarchy.Nodes[node].IsBottom && view.Scales[node] > 0);
        return OrderStatistics.UpperMedianOf(bottoms.Select(node => (double)view.Scales[node]), without: 1);
    }

    private static double Uniform(int seed, int node, int origin, int horizon)
    {
        // SplitMix64 (Steele, Lea and Flood 2014) over the place of the row.
        var z = unchecked(
            ((ulong)(uint)seed << 32) ^ ((ulong)(uint)node * 0x9E3779B97F4A7C15UL) ^ ((ulong)(uint)origin << 20) ^ (uint)horizon);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return (z ^ (z >> 31)) / (double)ulong.MaxValue;
    }
}
