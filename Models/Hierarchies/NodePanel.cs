using System.Numerics.Tensors;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Models.Hierarchies;

/// <summary>Values of every node of a hierarchy on the axis of the panel: sums of its series, or NaN where too few are known.</summary>
internal sealed class NodePanel
{
    private const double LeastKnownShare = 0.5;

    private NodePanel(Panel panel, Hierarchy hierarchy, int season)
    {
        Panel = panel;
        Hierarchy = hierarchy;
        SeriesOf = BottomsByNode(hierarchy);
        Values = Sum(panel, SeriesOf, season);
        Season = season;
        FirstPhase = FirstPhaseOf(panel, season);
        First = [.. Values.Select(FirstKnown)];
        ClosedFrom = ClosingPeriods(panel, hierarchy);
    }

    public Panel Panel { get; }

    public Hierarchy Hierarchy { get; }

    /// <summary>Values, node x period.</summary>
    public float[][] Values { get; }

    /// <summary>Copies the values of a node from a period on, until the span is full.</summary>
    public void Copy(int node, int from, Span<double> values) =>
        TensorPrimitives.ConvertTruncating<float, double>(Values[node].AsSpan(from, values.Length), values);

    /// <summary>Values of a node for a range of periods.</summary>
    public double[] Copy(int node, Range periods)
    {
        var (offset, length) = periods.GetOffsetAndLength(Periods);
        var values = new double[length];
        Copy(node, offset, values);
        return values;
    }

    public int Season { get; }

    /// <summary>Phase of period 0, counted from a fixed day, so that panels of other lengths agree.</summary>
    public int FirstPhase { get; }

    /// <summary>First period with a known value of each node; the length of the axis if there is none.</summary>
    public int[] First { get; }

    /// <summary>First period at which all series of each node are closed; <see cref="int.MaxValue"/> while one is open.</summary>
    public int[] ClosedFrom { get; }

    /// <summary>Series of each node.</summary>
    public int[][] SeriesOf { get; }

    public int Count => Values.Length;

    public int Periods => Panel.Axis.Count;

    public int PhaseAt(int period) => (FirstPhase + period) % Season;

    public static NodePanel Of(Panel panel, KeySchema schema, int season) =>
        new(panel, Hierarchy.Of(schema, panel.Schema.Columns, panel.Keys), season);

    /// <summary>Sums node by node, so that only the sums stay in memory; a node of one series shares the array of the series.</summary>
    private static float[][] Sum(Panel panel, int[][] seriesOf, int season)
    {
        var gaps = new Gap[panel.Keys.Count][];
        Parallel.For(
            0, gaps.Length, series => gaps[series] = [.. Gaps(panel.Values[series], panel.ActiveTo[series] ?? int.MaxValue, season)]);
        var sums = new float[seriesOf.Length][];
        Parallel.For(0, sums.Length, () => new double[panel.Axis.Count], (node, _, guessed) =>
        {
            var series = seriesOf[node];
            sums[node] = series.Length == 1 ? panel.Values[series[0]] : Sum(panel, series, gaps, guessed);
            return guessed;
        }, _ => { });
        return sums;
    }

    /// <param name="guessed">Buffer for the replacements of gaps, one value for each period.</param>
    private static float[] Sum(Panel panel, int[] series, Gap[][] gaps, double[] guessed)
    {
        var known = new double[guessed.Length];
        Array.Fill(known, double.NaN);
        Array.Clear(guessed);
        foreach (var i in series)
        {
            var values = panel.Values[i];
            for (var t = 0; t < known.Length; t++)
            {
                if (!double.IsNaN(values[t])) known[t] = double.IsNaN(known[t]) ? values[t] : known[t] + values[t];
            }

            foreach (var gap in gaps[i]) guessed[gap.Period] += gap.StandIn;
        }

        for (var t = 0; t < known.Length; t++)
        {
            var sum = known[t] + guessed[t];
            known[t] = guessed[t] <= 0 || known[t] >= LeastKnownShare * sum ? sum : double.NaN;
        }

        var sums = new float[known.Length];
        TensorPrimitives.ConvertTruncating<double, float>(known, sums);
        return sums;
    }

    /// <summary>
    /// The replacement of each gap of a series in a sum: the mean of its last known values at the same phase. Replacements come from
    /// earlier values only. There are none before the series begins or after it closes, where the series adds nothing.
    /// </summary>
    private static IEnumerable<Gap> Gaps(float[] values, int closed, int season)
    {
        const double Pull = 0.3;
        var smooth = new double[season];
        Array.Fill(smooth, double.NaN);
        var level = double.NaN;
        for (var t = 0; t < values.Length; t++)
        {
            var phase = smooth[t % season];
            if (float.IsNaN(values[t]))
            {
                var standIn = double.IsNaN(phase) ? level : phase;
                if (t < closed && !double.IsNaN(standIn)) yield return new Gap(t, standIn);
                continue;
            }

            smooth[t % season] = double.IsNaN(phase) ? values[t] : phase + (Pull * (values[t] - phase));
            level = double.IsNaN(level) ? values[t] : level + (Pull * (values[t] - level));
        }
    }

    private static int FirstPhaseOf(Panel panel, int season)
    {
        var monday = new DateTime(2001, 1, 1);
        var ordinal = Domain.Time.FrequencyExtensions.Between(panel.Axis.Frequency, monday, panel.Axis.Start);
        return ((ordinal % season) + season) % season;
    }

    private static int FirstKnown(float[] values)
    {
        var first = 0;
        while (first < values.Length && double.IsNaN(values[first])) first++;
        return first;
    }

    private static int[] ClosingPeriods(Panel panel, Hierarchy hierarchy)
    {
        var closed = new int[hierarchy.Nodes.Count];
        for (var series = 0; series < panel.Keys.Count; series++)
        {
            foreach (var node in hierarchy.NodesOf(series)) closed[node] = Math.Max(closed[node], panel.ActiveTo[series] ?? int.MaxValue);
        }

        return closed;
    }

    private static int[][] BottomsByNode(Hierarchy hierarchy)
    {
        var series = hierarchy.SizeOfNode.Select(size => new int[size]).ToArray();
        var filled = new int[series.Length];
        for (var i = 0; i < hierarchy.SeriesCount; i++)
        {
            foreach (var node in hierarchy.NodesOf(i)) series[node][filled[node]++] = i;
        }

        return series;
    }

    private readonly record struct Gap(int Period, double StandIn);
}
