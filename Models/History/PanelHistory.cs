using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.History;

/// <summary>History of a panel's nodes: the parts that serve every origin.</summary>
internal sealed class PanelHistory
{
    private readonly Lazy<PoolSeries> _pools;
    private readonly Lazy<OutageTable> _outages;

    public PanelHistory(NodePanel nodes, int horizon)
    {
        (Nodes, Horizon, Windows) = (nodes, horizon, FeatureWindows.Of(nodes.Panel.Axis.Frequency));
        _pools = new(() => PoolSeries.Of(nodes));
        _outages = new(() => OutageTable.Find(Pools, nodes.Periods, nodes.Panel.Axis.Frequency, Windows.OutageYear));
        Calendars = new CalendarBook(this);
    }

    public NodePanel Nodes { get; }

    public int Horizon { get; }

    public FeatureWindows Windows { get; }

    public PoolSeries Pools => _pools.Value;

    public CalendarBook Calendars { get; }

    /// <summary>Values of a node before an origin, without outages known at the origin; NaN where unknown.</summary>
    public double[] Known(int node, int origin)
    {
        var values = Nodes.Copy(node, ..origin);
        foreach (var outages in OutagesOf(node)) Mask(values, outages, origin);
        return values;
    }

    /// <summary>Outages of a node, as known at an origin.</summary>
    public Outage[] OutagesAt(int node, int origin) => [.. OutagesOf(node).SelectMany(outages => KnownAt(outages, origin))];

    /// <summary>Sums of a group before an origin, without outages known at the origin.</summary>
    /// <param name="column">Key column, or <see cref="CalendarBook.All"/>.</param>
    public double[] KnownOf(int column, string value, int origin)
    {
        var sums = Pools.Of(column, value);
        var values = new double[origin];
        for (var t = 0; t < origin; t++) values[t] = sums.Mean(t, t + 1);
        Mask(values, _outages.Value[CalendarBook.All, ""], origin);
        if (column != CalendarBook.All) Mask(values, _outages.Value[column, value], origin);
        return values;
    }

    /// <summary>
    /// Running sums of a node's known values before an origin, computed on each call: stored for all nodes, they would need more memory
    /// than the panel.
    /// </summary>
    public RunningSums SumsOf(int node, int origin) => new(Known(node, origin));

    /// <summary>
    /// Divisor of features and target of each node, for each origin; 0 for a node without demand for a long time, or without history.
    /// </summary>
    public float[][] ScalesAt(IReadOnlyList<int> origins)
    {
        var scales = origins.Select(_ => new float[Nodes.Count]).ToArray();
        Parallel.For(0, Nodes.Count, node =>
        {
            var whole = OutagesOf(node).All(outages => outages.Count == 0) ? SumsOf(node, Nodes.Periods) : null;
            for (var i = 0; i < scales.Length; i++) scales[i][node] = (float)Scale(whole ?? SumsOf(node, origins[i]), origins[i], Windows);
        });
        return scales;
    }

    /// <summary>Outages of the groups that contain a node.</summary>
    private IEnumerable<IReadOnlyList<Outage>> OutagesOf(int node)
    {
        yield return _outages.Value[CalendarBook.All, ""];
        var (columns, values) = (Nodes.Hierarchy.Levels[Nodes.Hierarchy.LevelOfNode[node]].Columns, Nodes.Hierarchy.Nodes[node].Values);
        for (var i = 0; i < columns.Count; i++) yield return _outages.Value[columns[i], values[i]];
    }

    private void Mask(double[] values, IReadOnlyList<Outage> outages, int origin)
    {
        if (outages.Count == 0) return;
        foreach (var outage in KnownAt(outages, origin)) values.AsSpan(outage.From, outage.To - outage.From).Fill(double.NaN);
    }

    private IEnumerable<Outage> KnownAt(IReadOnlyList<Outage> outages, int origin) =>
        OutageFinder.KnownAt(outages, origin, Windows.OutageYear);

    /// <summary>Mean of the last window, shrunk to the mean of the whole history with a weight of two values.</summary>
    public static double Scale(RunningSums sums, int origin, FeatureWindows windows)
    {
        var recent = sums.Known(origin - windows.Scale, origin);
        var all = sums.Mean(0, origin);
        if (double.IsNaN(all)) return 0;
        return recent == 0 ? all : ((sums.Mean(origin - windows.Scale, origin) * recent) + (2 * all)) / (recent + 2);
    }
}
