using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Boosting;

/// <summary>
/// The boosted model's view of each node at an origin: features relative to the node's scale, so that one model serves a
/// hamlet and a city, all from values before the origin. What does not depend on the horizon is computed once a node, when the node
/// is first asked for: of a past origin only the few nodes that are sampled are.
/// </summary>
internal sealed class FeatureRows
{
    private const int Lags = 6;
    private const int LevelWindow = 400;
    private const int SeasonsAgo = 3;

    private static readonly string[] LagNames = [.. Enumerable.Range(1, Lags).Select(lag => $"lag {lag}")];
    private static readonly string[] SeasonNames = [.. Enumerable.Range(1, SeasonsAgo).Select(season => $"{season} seasons ago")];

    private readonly MemberRun _run;
    private readonly FeatureWindows _windows;
    private readonly NodeState?[] _states;

    /// <param name="scales">See <see cref="Scales"/>.</param>
    public FeatureRows(MemberRun run, double[] scales) =>
        (_run, _windows, Scales, _states) = (run, run.History.Windows, scales, new NodeState?[scales.Length]);

    /// <summary>For each node what its features and target are divided by: 0 for a node that has been empty for long, or has no past.</summary>
    public double[] Scales { get; }

    /// <summary>Growth of a node that has a past.</summary>
    public Growth GrowthOf(int node) => Scales[node] > 0 ? StateOf(node).Growth : Growth.Of(SumsOf(node), _run.Origin, _run.History.Horizon, _windows);

    /// <summary>Names in the order of <see cref="Write"/>; every row has them all.</summary>
    public string[] Names()
    {
        var node = Array.FindIndex(Scales, scale => scale > 0);
        var writer = new FeatureWriter(new float[512], []);
        if (node < 0) return [];
        WriteHorizon(node, Describe(node, ref writer), 1, ref writer);
        return [.. writer.Names!];
    }

    /// <summary>Writes the features of a node (of positive scale) for a period of the horizon (from 1); the calendar's come last.</summary>
    public void Write(int node, int horizon, Span<float> row)
    {
        var state = StateOf(node);
        state.Fixed.CopyTo(row);
        var writer = new FeatureWriter(row[state.Fixed.Length..]);
        WriteHorizon(node, state, horizon, ref writer);
    }

    /// <summary>What a period of the horizon (from 1) is expected to be of the scale, were it not for growth: its seasonal index.</summary>
    public double IndexOf(int node, int horizon) => Math.Max(0.05, _run.IndexOf(node).At(_run.Nodes, _run.Origin + horizon - 1));

    private bool HasGroupGrowth => _run.Nodes.Panel.Axis.Frequency > Frequency.Daily;

    private RunningSums SumsOf(int node) => _run.History.SumsOf(node, _run.Origin);

    private NodeState StateOf(int node)
    {
        if (_states[node] is { } known) return known;
        var writer = new FeatureWriter(stackalloc float[256]);
        var state = Describe(node, ref writer);
        return _states[node] = state with { Fixed = writer.Written.ToArray() };
    }

    /// <summary>Writes what does not depend on the horizon, and returns what the rest is made from.</summary>
    private NodeState Describe(int node, ref FeatureWriter row)
    {
        var (nodes, origin, index, sums) = (_run.Nodes, _run.Origin, _run.IndexOf(node), SumsOf(node));
        var (values, scale) = (nodes.Values[node], Scales[node]);
        row.Add("log scale", Math.Log(scale));
        row.Add("length", Math.Min(4, (double)(origin - nodes.First[node]) / _windows.Year));
        row.Add("seasons known", index.Blocks);
        row.Add("group", index.Peers.Code);
        row.Add("level of hierarchy", nodes.Hierarchy.LevelOfNode[node]);
        var (level, slope) = WriteLevels(node, ref row);
        for (var lag = 1; lag <= Lags; lag++)
        {
            var t = origin - lag;
            var value = t >= 0 ? values[t] : double.NaN;
            row.Add(LagNames[lag - 1], double.IsNaN(value) ? level / scale : value / index.At(nodes, t) / scale);
        }

        foreach (var window in _windows.Means)
        {
            var mean = sums.Mean(origin - window, origin);
            row.Add($"mean of {window}", (double.IsNaN(mean) ? scale : mean) / scale);
        }

        WriteShape(node, ref row);
        var growth = Growth.Of(sums, origin, _run.History.Horizon, _windows);
        row.Add("year on year", growth.Year);
        row.Add("quarter on year", growth.Quarter);
        if (HasGroupGrowth)
        {
            row.Add("group year on year", index.Peers.Growth.Year);
            row.Add("group quarter on year", index.Peers.Growth.Quarter);
            row.Add("all year on year", _run.Pools.All.Growth.Year);
            row.Add("all quarter on year", _run.Pools.All.Growth.Quarter);
        }

        foreach (var feature in nodes.Panel.Features)
        {
            var (sum, known) = (0.0, 0);
            foreach (var series in nodes.SeriesOf[node])
            {
                var value = feature.KnownBefore(series, origin);
                if (float.IsNaN(value)) continue;
                sum += value;
                known++;
            }

            row.Add(feature.Name, known == 0 ? -1 : sum / known);
        }

        return new NodeState([], level, slope, growth, AroundSeasonAgo(sums));
    }

    private (double Level, double Slope) WriteLevels(int node, ref FeatureWriter row)
    {
        var (nodes, origin, scale) = (_run.Nodes, _run.Origin, Scales[node]);
        var first = Math.Max(nodes.First[node], origin - LevelWindow);
        var (index, seasonal) = (new double[origin - first], _run.IndexOf(node));
        for (var t = first; t < origin; t++) index[t - first] = seasonal.At(nodes, t);
        var window = new SeriesWindow(nodes.Values[node].AsSpan(first, origin - first), index, nodes.Season);
        var start = PooledSmoothing.StartLevel(window);
        var (level, alpha) = PooledSmoothing.Fit(window);
        row.Add("level", level / scale);
        row.Add("smoothing", alpha);
        row.Add("slow level", PooledSmoothing.Run(window, start, 0.05).Level / scale);
        row.Add("middle level", PooledSmoothing.Run(window, start, 0.15).Level / scale);
        row.Add("fast level", PooledSmoothing.Run(window, start, 0.35).Level / scale);
        var slope = Slope(window) / scale;
        row.Add("slope", slope);
        return (level, slope);
    }

    /// <summary>Least-squares slope a season of the deseasonalised values of the last two seasons (at least 12 values).</summary>
    private static double Slope(in SeriesWindow window)
    {
        var from = Math.Max(0, window.Length - Math.Max(2 * window.Season, 12));
        var (n, st, sy, stt, sty) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var t = from; t < window.Length; t++)
        {
            if (double.IsNaN(window.Values[t])) continue;
            var q = window.Index[t];
            n += q;
            st += q * t;
            sy += window.Values[t];
            stt += q * t * t;
            sty += window.Values[t] * t;
        }

        var determinant = (n * stt) - (st * st);
        return window.Length - from < 6 || determinant <= 1e-9 ? 0 : window.Season * ((n * sty) - (st * sy)) / determinant;
    }

    /// <summary>Sparsity and spread over the last two windows of the scale.</summary>
    private void WriteShape(int node, ref FeatureWriter row)
    {
        var (nodes, origin, scale) = (_run.Nodes, _run.Origin, Scales[node]);
        var values = nodes.Values[node];
        var (known, zeros, squares, differences, pairs, since) = (0, 0, 0.0, 0.0, 0, -1);
        for (var t = Math.Max(nodes.First[node], origin - (2 * _windows.Scale)); t < origin; t++)
        {
            if (double.IsNaN(values[t])) continue;
            known++;
            if (values[t] == 0) zeros++;
            else since = origin - t;
            squares += (values[t] - scale) * (values[t] - scale);
            if (t < nodes.Season || double.IsNaN(values[t - nodes.Season])) continue;
            differences += Math.Abs(values[t] - values[t - nodes.Season]);
            pairs++;
        }

        row.Add("share of zeros", known == 0 ? 0 : (double)zeros / known);
        row.Add("periods since demand", Math.Log(since < 0 ? 2 * _windows.Scale : since));
        row.Add("variation", known == 0 ? 1 : Math.Sqrt(squares / known) / scale);
        row.Add("seasonal difference", pairs == 0 ? 1 : differences / pairs / scale);
    }

    private void WriteHorizon(int node, NodeState state, int horizon, ref FeatureWriter row)
    {
        var (nodes, target, index, scale) = (_run.Nodes, _run.Origin + horizon - 1, _run.IndexOf(node), Scales[node]);
        var phase = nodes.PhaseAt(target);
        var date = nodes.Panel.Axis[target];
        row.Add("horizon", horizon);
        if (nodes.Season <= 31) row.Add("phase", phase);
        if (nodes.Panel.Axis.Frequency > Frequency.Weekly) row.Add("month", date.Month);
        row.Add("own index", index.Own[phase]);
        row.Add("index", index.Shrunk[phase]);
        row.Add("group index", index.Group[phase]);
        row.Add("common index", index.Global[phase]);
        if (!_run.History.Calendars.IsEmpty) row.Add("calendar", index.Calendar?[target].Factor ?? 1);
        var usual = index.At(nodes, target);
        row.Add("level x index", state.Level * usual / scale);
        row.Add("slope x horizon", state.Slope * horizon / nodes.Season);
        row.Add("year ago", state.Growth.YearAgo[horizon - 1]);
        if (HasGroupGrowth)
        {
            row.Add("group year ago", index.Peers.Growth.YearAgo[horizon - 1]);
            row.Add("all year ago", _run.Pools.All.Growth.YearAgo[horizon - 1]);
        }

        WriteSeasonsAgo(node, state, horizon, usual, ref row);
        for (var column = 0; column < nodes.Panel.Calendar.Columns.Count; column++)
            row.Add(nodes.Panel.Calendar.Names[column], nodes.Panel.Calendar.Columns[column][target]);
    }

    /// <summary>The values of the same phase in the last three seasons, their mean, and that of their neighbours.</summary>
    private void WriteSeasonsAgo(int node, NodeState state, int horizon, double index, ref FeatureWriter row)
    {
        var (nodes, target, scale) = (_run.Nodes, _run.Origin + horizon - 1, Scales[node]);
        var values = nodes.Values[node];
        var (sum, known) = (0.0, 0);
        var usual = state.Level * index / scale;
        var back = SeasonsBack(horizon);
        for (var season = 1; season <= SeasonsAgo; season++, back += nodes.Season)
        {
            var t = target - back;
            var value = t >= 0 ? values[t] / scale : double.NaN;
            row.Add(SeasonNames[season - 1], double.IsNaN(value) ? usual : value);
            if (double.IsNaN(value)) continue;
            sum += value;
            known++;
        }

        row.Add("mean of seasons ago", known == 0 ? usual : sum / known);
        var near = state.AroundSeasonAgo[horizon - 1];
        row.Add("around a season ago", double.IsNaN(near) ? usual : near / scale);
    }

    /// <summary>For each period of the horizon the mean of the three values around the second last known of its phase; NaN if none is known.</summary>
    private double[] AroundSeasonAgo(RunningSums sums)
    {
        var around = new double[_run.History.Horizon];
        for (var h = 1; h <= around.Length; h++)
        {
            var middle = _run.Origin + h - 1 - SeasonsBack(h) - _run.Nodes.Season;
            around[h - 1] = sums.Mean(middle - 1, middle + 2);
        }

        return around;
    }

    /// <summary>From a period of the horizon back to the last one of the same phase before the origin.</summary>
    private int SeasonsBack(int horizon) => (horizon + _run.Nodes.Season - 1) / _run.Nodes.Season * _run.Nodes.Season;

    /// <summary>What is known of a node at the origin, whatever the horizon.</summary>
    /// <param name="Fixed">The features that don't depend on the horizon.</param>
    /// <param name="Level">Of the pooled smoothing, in the node's unit.</param>
    /// <param name="Slope">Over the scale, a season.</param>
    /// <param name="AroundSeasonAgo">For each period of the horizon.</param>
    private sealed record NodeState(float[] Fixed, double Level, double Slope, Growth Growth, double[] AroundSeasonAgo);
}
