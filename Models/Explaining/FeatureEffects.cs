using CommunityDemand.Domain.Statistics;
using CommunityDemand.Models.Features;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Explaining;

/// <summary>
/// Which of the panel's features goes with growth: for each group of series the regression of the logarithm of year-on-year growth on the
/// feature's change over the same year, over series and years. Only the feature with the largest t value is kept (of nearly equal ones the
/// first), and only where that is large. It explains; no forecast is made from it.
/// </summary>
internal sealed class FeatureEffects
{
    private const int All = -1;
    private const int Years = 2;
    private const int FewestPairs = 12;

    /// <summary>
    /// Nine features on a dozen services or more are as many chances: 3 standard errors come in one run of four, 4 in one of a hundred and
    /// fifty.
    /// </summary>
    private const double Evidence = 4;

    /// <summary>
    /// A later feature takes the place of an earlier one only if it tells clearly more: shares of 60+ and 65+ move together, and rounding
    /// must not choose.
    /// </summary>
    private const double ClearlyMore = 1.1;

    /// <summary>
    /// Growth this many standard deviations from the group's is a shift of the level, no effect of slow change. A shift in the midst of a
    /// year shows by half in each of two years' growth, so that a fixed bound wide enough for small series would let most of them through.
    /// </summary>
    private const double MostDeviations = 3;

    /// <summary>Standard deviations of a normal distribution in a median absolute deviation.</summary>
    private const double Normal = 1.4826;

    private readonly Dictionary<(int Column, string Value), FeatureEffect> _byGroup;

    private FeatureEffects(Dictionary<(int Column, string Value), FeatureEffect> byGroup) => _byGroup = byGroup;

    /// <summary>Of a run at the end of a training panel.</summary>
    public static FeatureEffects Learn(MemberRun run)
    {
        var nodes = run.Nodes;
        if (nodes.Panel.Features.Count == 0) return new FeatureEffects([]);
        var bottoms = Enumerable.Range(0, nodes.Count)
            .Where(node => nodes.Hierarchy.Nodes[node].IsBottom && nodes.First[node] < run.Origin)
            .ToArray();
        var pairs = new List<Pair>[bottoms.Length];
        Parallel.For(0, bottoms.Length, i => pairs[i] = [.. PairsOf(run, bottoms[i])]);
        var found = new Dictionary<(int Column, string Value), FeatureEffect>();
        foreach (var column in GroupColumns(nodes.Panel.Schema))
        {
            string GroupOf(int i) => column == All ? "" : nodes.Hierarchy.Nodes[bottoms[i]].Values[column];
            foreach (var group in Enumerable.Range(0, bottoms.Length).GroupBy(GroupOf))
            {
                if (Strongest([.. group.SelectMany(i => pairs[i])], nodes.Panel.Features.Count) is { } effect)
                    found.Add((column, group.Key), effect);
            }
        }

        return new FeatureEffects(found);
    }

    /// <summary>
    /// The feature that moved a node over the last year, its change and the growth that goes with it; null where none is known to.
    /// </summary>
    /// <returns>Position of the feature, its change in its own unit, and the factor on demand.</returns>
    public (int Feature, double Change, double Factor)? Of(MemberRun run, int node)
    {
        if (Find(run.Nodes.Hierarchy, node) is not { } effect) return null;
        if (effect.Feature >= run.Nodes.Panel.Features.Count) return null;
        var changes = run.Nodes.SeriesOf[node].Select(series => Change(run, effect.Feature, series, 0)).Where(double.IsFinite).ToArray();
        return changes.Length == 0 ? null : (effect.Feature, changes.Average(), Math.Exp(effect.Slope * changes.Average()));
    }

    public void Write(BinaryWriter writer)
    {
        var groups = _byGroup.OrderBy(group => group.Key.Column).ThenBy(group => group.Key.Value, StringComparer.Ordinal);
        writer.WriteList([.. groups], (w, group) =>
        {
            w.Write(group.Key.Column);
            w.Write(group.Key.Value);
            w.Write(group.Value.Feature);
            w.Write(group.Value.Slope);
            w.Write(group.Value.T);
        });
    }

    public static FeatureEffects Read(BinaryReader reader) =>
        new(reader.ReadList(r => ((r.ReadInt32(), r.ReadString()), new FeatureEffect(r.ReadInt32(), r.ReadDouble(), r.ReadDouble())))
            .ToDictionary());

    /// <summary>
    /// The finest column of each dimension: series of one service in all communities are alike but for what sets communities apart. The
    /// groups that tell seasons are not those that grow alike: a class of services may keep the same weekdays, and one of them follow
    /// ageing.
    /// </summary>
    private static IEnumerable<int> GroupColumns(KeySchema schema) =>
        schema.Dimensions.Count < 2 ? [All] : schema.Dimensions.Select(dimension => schema.Columns.ToList().IndexOf(dimension[^1]));

    /// <summary>A service's sum over a district, or over the city, goes the way of the service.</summary>
    private FeatureEffect? Find(Hierarchy hierarchy, int node)
    {
        var (columns, values) = (hierarchy.Levels[hierarchy.LevelOfNode[node]].Columns, hierarchy.Nodes[node].Values);
        var found = columns.Select((column, i) => (column, values[i]))
            .Append((All, ""))
            .Where(_byGroup.ContainsKey)
            .Select(group => _byGroup[group])
            .ToArray();
        return found.Length == 0 ? null : found.MaxBy(effect => Math.Abs(effect.T));
    }

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
                back, Math.Log(now / before), now * year,
                [.. Enumerable.Range(0, run.Nodes.Panel.Features.Count).Select(feature => Change(run, feature, series, back))]);
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
        var kept = WithoutShifts(pairs);
        FeatureEffect? best = null;
        var largest = 0.0;
        for (var feature = 0; feature < features; feature++)
        {
            var (slope, t) = Regress([.. kept.Where(pair => double.IsFinite(pair.Changes[feature]))], feature);
            if (Math.Abs(t) > (best is null ? Evidence : ClearlyMore * largest))
                (best, largest) = (new FeatureEffect(feature, slope, t), Math.Abs(t));
        }

        return best;
    }

    private static Pair[] WithoutShifts(Pair[] pairs)
    {
        var usual = pairs.GroupBy(pair => pair.YearsBack).ToDictionary(
            year => year.Key, year => OrderStatistics.UpperMedianOf(year.Select(pair => pair.Growth), double.NaN));
        double Deviation(Pair pair) => Math.Abs(pair.Growth - usual[pair.YearsBack]);
        var most = MostDeviations * Normal * OrderStatistics.UpperMedianOf(pairs.Select(Deviation), double.NaN);
        return [.. pairs.Where(pair => Deviation(pair) <= most)];
    }

    /// <summary>
    /// Least squares with weights: the more visits, the better growth is known. Each year has a mean of its own, as the whole group may
    /// have had a better year or one with two Spring Festivals.
    /// </summary>
    private static (double Slope, double T) Regress(Pair[] pairs, int feature)
    {
        if (pairs.Length < FewestPairs) return (0, 0);
        var (products, spread, squares, years) = (0.0, 0.0, 0.0, 0);
        foreach (var year in pairs.GroupBy(pair => pair.YearsBack))
        {
            var weight = year.Sum(p => p.Visits);
            var (meanX, meanY) = (year.Sum(p => p.Visits * p.Changes[feature]) / weight, year.Sum(p => p.Visits * p.Growth) / weight);
            products += year.Sum(p => p.Visits * (p.Changes[feature] - meanX) * (p.Growth - meanY));
            spread += year.Sum(p => p.Visits * (p.Changes[feature] - meanX) * (p.Changes[feature] - meanX));
            squares += year.Sum(p => p.Visits * (p.Growth - meanY) * (p.Growth - meanY));
            years++;
        }

        if (!(spread > 1e-12 * pairs.Sum(p => p.Visits))) return (0, 0);
        var slope = products / spread;
        return (slope, slope / Math.Sqrt((squares - (slope * products)) / (pairs.Length - 1 - years) / spread));
    }

    /// <param name="YearsBack">0 for the year before the origin.</param>
    /// <param name="Growth">Logarithm of a year's mean over that of the year before.</param>
    /// <param name="Visits">In the later year.</param>
    /// <param name="Changes">Of each feature from one year's end to the other's.</param>
    private sealed record Pair(int YearsBack, double Growth, double Visits, double[] Changes);
}

/// <summary>A feature that goes with a group's growth.</summary>
/// <param name="Feature">Position among the panel's features.</param>
/// <param name="Slope">Logarithm of growth a unit of the feature.</param>
/// <param name="T">The slope in its standard errors.</param>
internal readonly record struct FeatureEffect(int Feature, double Slope, double T);
