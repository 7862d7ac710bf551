using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Explaining;

/// <summary>
/// Which of the panel's features goes with growth: for each group of series the regression of the logarithm of year-on-year growth on the feature's
/// change over the same year, over series and years. Only the feature with the largest t value is kept (of nearly equal ones the first), and only where that is large. It explains; no forecast is made from it.
/// </summary>
internal sealed class FeatureEffects
{
    private const int Years = 2;
    private const int FewestPairs = 12;

    /// <summary>Several features are tried on each group: 2 standard errors would come by chance too often.</summary>
    private const double Evidence = 3;

    /// <summary>A later feature takes the place of an earlier one only if it tells clearly more: shares of 60+ and 65+ move together, and rounding must not choose.</summary>
    private const double ClearlyMore = 1.1;

    /// <summary>Growth this far from the group's is a shift of the level, no effect of slow change.</summary>
    private const double MostDeviation = 0.3;

    private readonly Dictionary<int, FeatureEffect> _byGroup;

    private FeatureEffects(Dictionary<int, FeatureEffect> byGroup) => _byGroup = byGroup;

    /// <summary>Of a run at the end of a training panel.</summary>
    public static FeatureEffects Learn(MemberRun run)
    {
        var nodes = run.Nodes;
        if (nodes.Panel.Features.Count == 0) return new FeatureEffects([]);
        var bottoms = Enumerable.Range(0, nodes.Count).Where(node => nodes.Hierarchy.Nodes[node].IsBottom && nodes.First[node] < run.Origin).ToArray();
        var pairs = new List<Pair>[bottoms.Length];
        Parallel.For(0, bottoms.Length, i => pairs[i] = [.. PairsOf(run, bottoms[i])]);
        var found = new Dictionary<int, FeatureEffect>();
        foreach (var group in Enumerable.Range(0, bottoms.Length).GroupBy(i => run.Pools.GroupOf(nodes.Hierarchy, bottoms[i]).Code))
        {
            if (Strongest([.. group.SelectMany(i => pairs[i])], nodes.Panel.Features.Count) is { } effect) found.Add(group.Key, effect);
        }

        return new FeatureEffects(found);
    }

    /// <summary>
    /// The feature that moved a node over the last year, its change and the growth that goes with it; null where none is known to.
    /// </summary>
    /// <returns>Position of the feature, its change in its own unit, and the factor on demand.</returns>
    public (int Feature, double Change, double Factor)? Of(MemberRun run, int node)
    {
        if (!_byGroup.TryGetValue(run.Pools.GroupOf(run.Nodes.Hierarchy, node).Code, out var effect)) return null;
        if (effect.Feature >= run.Nodes.Panel.Features.Count) return null;
        var changes = run.Nodes.SeriesOf[node].Select(series => Change(run, effect.Feature, series, 0)).Where(double.IsFinite).ToArray();
        return changes.Length == 0 ? null : (effect.Feature, changes.Average(), Math.Exp(effect.Slope * changes.Average()));
    }

    public void Write(BinaryWriter writer) => writer.WriteList(_byGroup.OrderBy(group => group.Key).ToArray(), (w, group) =>
    {
        w.Write(group.Key);
        w.Write(group.Value.Feature);
        w.Write(group.Value.Slope);
    });

    public static FeatureEffects Read(BinaryReader reader) =>
        new(reader.ReadList(r => (r.ReadInt32(), new FeatureEffect(r.ReadInt32(), r.ReadDouble()))).ToDictionary());

    private static IEnumerable<Pair> PairsOf(MemberRun run, int node)
    {
        var (year, origin) = (run.History.Windows.Year, run.Origin);
        var sums = run.History.SumsOf(node, origin);
        for (var back = 0; back < Years; back++)
        {
            var end = origin - (back * year);
            // A year of which a part is not known says more of its seasons than of growth.
            if (sums.Known(end - (2 * year), end) < 1.9 * year) yield break;
            var (now, before) = (sums.Mean(end - year, end), sums.Mean(end - (2 * year), end - year));
            if (now <= 0 || before <= 0) continue;
            var series = run.Nodes.SeriesOf[node][0];
            yield return new Pair(
                Math.Log(now / before), now * year, [.. Enumerable.Range(0, run.Nodes.Panel.Features.Count).Select(feature => Change(run, feature, series, back))]);
        }
    }

    private static double Change(MemberRun run, int feature, int series, int yearsBack)
    {
        var end = run.Origin - (yearsBack * run.History.Windows.Year);
        var values = run.Nodes.Panel.Features[feature];
        return values.KnownBefore(series, end) - (double)values.KnownBefore(series, end - run.History.Windows.Year);
    }

    private static FeatureEffect? Strongest(Pair[] pairs, int features)
    {
        if (pairs.Length < FewestPairs) return null;
        var usual = pairs.Select(pair => pair.Growth).Order().ElementAt(pairs.Length / 2);
        var kept = pairs.Where(pair => Math.Abs(pair.Growth - usual) <= MostDeviation).ToArray();
        FeatureEffect? best = null;
        var largest = 0.0;
        for (var feature = 0; feature < features; feature++)
        {
            var (slope, t) = Regress([.. kept.Where(pair => double.IsFinite(pair.Changes[feature]))], feature);
            if (Math.Abs(t) > (best is null ? Evidence : ClearlyMore * largest)) (best, largest) = (new FeatureEffect(feature, slope), Math.Abs(t));
        }

        return best;
    }

    /// <summary>Least squares with weights: the more visits, the better growth is known.</summary>
    private static (double Slope, double T) Regress(Pair[] pairs, int feature)
    {
        if (pairs.Length < FewestPairs) return (0, 0);
        var weight = pairs.Sum(pair => pair.Visits);
        var (meanX, meanY) = (pairs.Sum(p => p.Visits * p.Changes[feature]) / weight, pairs.Sum(p => p.Visits * p.Growth) / weight);
        var spread = pairs.Sum(p => p.Visits * (p.Changes[feature] - meanX) * (p.Changes[feature] - meanX));
        if (!(spread > 1e-12 * weight)) return (0, 0);
        var slope = pairs.Sum(p => p.Visits * (p.Changes[feature] - meanX) * (p.Growth - meanY)) / spread;
        var squares = pairs.Sum(p => p.Visits * Math.Pow(p.Growth - meanY - (slope * (p.Changes[feature] - meanX)), 2));
        return (slope, slope / Math.Sqrt(squares / (pairs.Length - 2) / spread));
    }

    /// <param name="Growth">Logarithm of a year's mean over that of the year before.</param>
    /// <param name="Visits">In the later year.</param>
    /// <param name="Changes">Of each feature from one year's end to the other's.</param>
    private sealed record Pair(double Growth, double Visits, double[] Changes);
}

/// <summary>A feature that goes with a group's growth.</summary>
/// <param name="Feature">Position among the panel's features.</param>
/// <param name="Slope">Logarithm of growth a unit of the feature.</param>
internal readonly record struct FeatureEffect(int Feature, double Slope);
