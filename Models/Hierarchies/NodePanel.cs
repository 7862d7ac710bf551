using CommunityDemand.Models.Panels;

namespace CommunityDemand.Models.Hierarchies;

/// <summary>The values of every node of a hierarchy on the panel's axis: sums of the series', or NaN where too little is known.</summary>
internal sealed class NodePanel
{
    private const double LeastKnownShare = 0.5;

    private NodePanel(Panel panel, Hierarchy hierarchy, double[][] values, int season)
    {
        Panel = panel;
        Hierarchy = hierarchy;
        Values = values;
        Season = season;
        FirstPhase = FirstPhaseOf(panel, season);
        First = [.. values.Select(FirstKnown)];
        ClosedFrom = ClosingPeriods(panel, hierarchy);
        SeriesOf = BottomsByNode(hierarchy);
    }

    public Panel Panel { get; }

    public Hierarchy Hierarchy { get; }

    /// <summary>Node x period.</summary>
    public double[][] Values { get; }

    public int Season { get; }

    /// <summary>Phase of period 0, counted from a fixed day, so that panels of other lengths agree.</summary>
    public int FirstPhase { get; }

    /// <summary>For each node the first period with a known value; the axis' length if there is none.</summary>
    public int[] First { get; }

    /// <summary>For each node the first period at which all its series are closed; <see cref="int.MaxValue"/> while one is open.</summary>
    public int[] ClosedFrom { get; }

    /// <summary>For each node the series that add to it.</summary>
    public int[][] SeriesOf { get; }

    public int Count => Values.Length;

    public int Periods => Panel.Axis.Count;

    public int PhaseAt(int period) => (FirstPhase + period) % Season;

    public static NodePanel Of(Panel panel, KeySchema schema, int season)
    {
        var hierarchy = Hierarchy.Of(schema, panel.Schema.Columns, panel.Keys);
        return new NodePanel(panel, hierarchy, Sum(panel, hierarchy, season), season);
    }

    private static double[][] Sum(Panel panel, Hierarchy hierarchy, int season)
    {
        var periods = panel.Axis.Count;
        var known = NewRows(hierarchy.Nodes.Count, periods);
        var guessed = NewRows(hierarchy.Nodes.Count, periods);
        var open = new int[hierarchy.Nodes.Count][];
        for (var node = 0; node < open.Length; node++) open[node] = new int[periods];
        for (var series = 0; series < panel.Keys.Count; series++)
        {
            var values = panel.Values[series];
            var stand = StandIns(values, season);
            var closed = panel.ActiveTo[series] ?? int.MaxValue;
            foreach (var node in hierarchy.NodesOf(series))
            {
                for (var t = 0; t < periods; t++)
                {
                    if (!double.IsNaN(values[t]))
                    {
                        known[node][t] += values[t];
                        open[node][t]++;
                    }
                    else if (t < closed && !double.IsNaN(stand[t]))
                    {
                        guessed[node][t] += stand[t];
                    }
                }
            }
        }

        for (var node = 0; node < known.Length; node++)
        {
            for (var t = 0; t < periods; t++)
            {
                var sum = known[node][t] + guessed[node][t];
                var enough = open[node][t] > 0 && (guessed[node][t] <= 0 || known[node][t] >= LeastKnownShare * sum);
                known[node][t] = enough ? sum : double.NaN;
            }
        }

        return known;
    }

    /// <summary>
    /// For each gap what the series would add to a sum: the mean of its last known values at the same phase. From the past
    /// alone, and NaN before the series began, where it adds nothing.
    /// </summary>
    private static double[] StandIns(double[] values, int season)
    {
        const double Pull = 0.3;
        var smooth = new double[season];
        Array.Fill(smooth, double.NaN);
        var stand = new double[values.Length];
        var level = double.NaN;
        for (var t = 0; t < values.Length; t++)
        {
            ref var phase = ref smooth[t % season];
            stand[t] = double.IsNaN(phase) ? level : phase;
            if (double.IsNaN(values[t])) continue;
            phase = double.IsNaN(phase) ? values[t] : phase + (Pull * (values[t] - phase));
            level = double.IsNaN(level) ? values[t] : level + (Pull * (values[t] - level));
        }

        return stand;
    }

    private static int FirstPhaseOf(Panel panel, int season)
    {
        var monday = new DateTime(2001, 1, 1);
        var ordinal = Domain.Time.FrequencyExtensions.Between(panel.Axis.Frequency, monday, panel.Axis.Start);
        return ((ordinal % season) + season) % season;
    }

    private static int FirstKnown(double[] values)
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

    private static double[][] NewRows(int rows, int columns)
    {
        var all = new double[rows][];
        for (var i = 0; i < rows; i++) all[i] = new double[columns];
        return all;
    }
}
