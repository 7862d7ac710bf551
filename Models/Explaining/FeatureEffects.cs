using CommunityDemand.Domain.Statistics;
using CommunityDemand.Models.Features;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Explaining;

/// <summary>
/// Features of the panel that are associated with growth. For each group of series, this is the regression of the logarithm of
/// year-on-year growth on the change of the feature over the same year, over series and years. Only the feature with the highest t value
/// is kept (the first of nearly equal ones), and only if that value is high. The effects only explain; no forecast uses them.
/// </summary>
internal sealed class FeatureEffects
{
    private const int All = -1;
    private const int Years = 2;
    private const int FewestPairs = 12;

    /// <summary>
    /// Minimum t value. Nine features on a dozen services are many tests: 3 standard errors occur by chance in one run of four, 4 in one
    /// of a hundred and fifty.
    /// </summary>
    private const double Evidence = 4;

    /// <summary>
    /// Factor by which the t value of a later feature must exceed that of an earlier one. The shares of residents aged 60+ and 65+ move
    /// together, and rounding must not choose between them.
    /// </summary>
    private const double ClearlyMore = 1.1;

    /// <summary>
    /// Maximum deviation of growth from the growth of the group, in standard deviations; larger values are level shifts, not effects of
    /// slow change. A shift within a year shows half in each of two years' growth. A fixed bound wide enough for small series would
    /// therefore miss most shifts.
    /// </summary>
    private const double MostDeviations = 3;

    /// <summary>Number of standard deviations of a normal distribution in a median absolute deviation.</summary>
    private const double Normal = 1.4826;

    private readonly Dictionary<(int Column, string Value), FeatureEffect> _byGroup;

    private FeatureEffects(Dictionary<(int Column, string Value), FeatureEffect> byGroup) => _byGroup = byGroup;

    /// <summary>Learns the effects from a run at the end of a training panel.</summary>
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
    /// The feature that moved a node over the last year, the change of the feature, and the associated growth; null where no feature is
    /// known.
    /// </summary>
    /// <returns>Index of the feature, its change in its own unit, and the factor on demand.</returns>
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
    /// The finest column of each dimension: series of one service in all communities differ only by the features of the communities.
    /// Groups for seasons are not suitable here: services of one class may share weekdays, although only some of them follow ageing.
    /// </summary>
    private static IEnumerable<int> GroupColumns(KeySchema schema) =>
        schema.Dimensions.Count < 2 ? [All] : schema.Dimensions.Select(dimension => schema.Columns.ToList().IndexOf(dimension[^1]));

    /// <summary>Finds the effect of a node; a sum of a service over a district or the city uses the effect of the service.</summary>
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
            // Growth over a partly unknown year reflects seasons more than growth.
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
    /// Weighted least squares, with visits as weights: growth is more precise with more visits. Each year has its own mean, because the
    /// whole group may have had a better year, or a year with two Spring Festivals.
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

    /// <param name="YearsBack">Years before the origin; 0 for the last year.</param>
    /// <param name="Growth">Logarithm of the mean of a year divided by the mean of the year before.</param>
    /// <param name="Visits">Number of visits in the later year.</param>
    /// <param name="Changes">Change of each feature from the end of one year to the end of the next.</param>
    private sealed record Pair(int YearsBack, double Growth, double Visits, double[] Changes);
}

/// <summary>A feature that is associated with the growth of a group.</summary>
/// <param name="Feature">Index of the feature in the panel.</param>
/// <param name="Slope">Logarithm of growth for one unit of the feature.</param>
/// <param name="T">The slope divided by its standard error.</param>
internal readonly record struct FeatureEffect(int Feature, double Slope, double T);
