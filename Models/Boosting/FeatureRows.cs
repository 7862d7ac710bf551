using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Boosting;

/// <summary>
/// The boosted model's view of each node at an origin: features relative to the node's scale, so that one model serves a
/// hamlet and a city, all from values before the origin. What does not depend on the horizon is computed once a node.
/// </summary>
internal sealed class FeatureRows
{
    private const int Lags = 6;
    private const int LevelWindow = 400;

    private readonly MemberRun _run;
    private readonly FeatureWindows _windows;
    private readonly float[][] _fixed;
    private readonly double[] _levels;
    private readonly double[] _slopes;
    private readonly Growth?[] _growth;

    public FeatureRows(MemberRun run)
    {
        var count = run.Nodes.Count;
        (_run, _windows) = (run, run.History.Windows);
        (Scales, _fixed, _levels, _slopes, _growth) = (new double[count], new float[count][], new double[count], new double[count], new Growth?[count]);
        Parallel.For(0, count, node =>
        {
            Scales[node] = Scale(node);
            if (Scales[node] <= 0) return;
            var writer = new FeatureWriter(new float[256]);
            WriteFixed(node, ref writer);
            _fixed[node] = writer.Written.ToArray();
        });
    }

    /// <summary>For each node what its features and target are divided by: 0 for a node that has been empty for long, or has no past.</summary>
    public double[] Scales { get; }

    /// <summary>Growth of a node that has a past.</summary>
    public Growth GrowthOf(int node) => _growth[node] ?? Growth.Of(_run.History.Sums[node], _run.Origin, _run.History.Horizon, _windows);

    /// <summary>Names in the order of <see cref="Write"/>; every row has them all.</summary>
    public string[] Names()
    {
        var node = Array.FindIndex(Scales, scale => scale > 0);
        var writer = new FeatureWriter(new float[512], []);
        if (node < 0) return [];
        WriteFixed(node, ref writer);
        WriteHorizon(node, 1, ref writer);
        return [.. writer.Names!];
    }

    /// <summary>Writes the features of a node (of positive scale) for a period of the horizon (from 1); the calendar's come last.</summary>
    public void Write(int node, int horizon, Span<float> row)
    {
        _fixed[node].CopyTo(row);
        var writer = new FeatureWriter(row[_fixed[node].Length..]);
        WriteHorizon(node, horizon, ref writer);
    }

    /// <summary>Mean of the last window, shrunk to the mean of all the past by two values.</summary>
    private double Scale(int node)
    {
        var (sums, origin) = (_run.History.Sums[node], _run.Origin);
        var recent = sums.Known(origin - _windows.Scale, origin);
        var all = sums.Mean(0, origin);
        if (double.IsNaN(all)) return 0;
        return recent == 0 ? all : ((sums.Mean(origin - _windows.Scale, origin) * recent) + (2 * all)) / (recent + 2);
    }

    private void WriteFixed(int node, ref FeatureWriter row)
    {
        var (nodes, origin, index, sums) = (_run.Nodes, _run.Origin, _run.Index[node], _run.History.Sums[node]);
        var (values, scale) = (nodes.Values[node], Scales[node]);
        row.Add("log scale", Math.Log(scale));
        row.Add("length", Math.Min(4, (double)(origin - nodes.First[node]) / _windows.Year));
        row.Add("seasons known", index.Blocks);
        row.Add("group", index.Peers.Code);
        row.Add("level of hierarchy", nodes.Hierarchy.LevelOfNode[node]);
        WriteLevels(node, ref row);
        for (var lag = 1; lag <= Lags; lag++)
        {
            var t = origin - lag;
            var value = t >= 0 ? values[t] : double.NaN;
            row.Add($"lag {lag}", double.IsNaN(value) ? _levels[node] / scale : value / index.Shrunk[nodes.PhaseAt(t)] / scale);
        }

        foreach (var window in _windows.Means)
        {
            var mean = sums.Mean(origin - window, origin);
            row.Add($"mean of {window}", (double.IsNaN(mean) ? scale : mean) / scale);
        }

        WriteShape(node, ref row);
        var growth = _growth[node] = Growth.Of(sums, origin, _run.History.Horizon, _windows);
        row.Add("year on year", growth.Year);
        row.Add("quarter on year", growth.Quarter);
        row.Add("group year on year", index.Peers.Growth.Year);
        row.Add("group quarter on year", index.Peers.Growth.Quarter);
        row.Add("all year on year", _run.Pools.All.Growth.Year);
        row.Add("all quarter on year", _run.Pools.All.Growth.Quarter);
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
    }

    private void WriteLevels(int node, ref FeatureWriter row)
    {
        var (nodes, origin, scale) = (_run.Nodes, _run.Origin, Scales[node]);
        var first = Math.Max(nodes.First[node], origin - LevelWindow);
        var index = new double[origin - first];
        for (var t = first; t < origin; t++) index[t - first] = _run.Index[node].Shrunk[nodes.PhaseAt(t)];
        var window = new SeriesWindow(nodes.Values[node].AsSpan(first, origin - first), index, nodes.Season);
        var start = PooledSmoothing.StartLevel(window);
        (_levels[node], var alpha) = PooledSmoothing.Fit(window);
        row.Add("level", _levels[node] / scale);
        row.Add("smoothing", alpha);
        row.Add("slow level", PooledSmoothing.Run(window, start, 0.05).Level / scale);
        row.Add("middle level", PooledSmoothing.Run(window, start, 0.15).Level / scale);
        row.Add("fast level", PooledSmoothing.Run(window, start, 0.35).Level / scale);
        _slopes[node] = Slope(window) / scale;
        row.Add("slope", _slopes[node]);
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

    private void WriteHorizon(int node, int horizon, ref FeatureWriter row)
    {
        var (nodes, target, index, scale) = (_run.Nodes, _run.Origin + horizon - 1, _run.Index[node], Scales[node]);
        var phase = nodes.PhaseAt(target);
        var date = nodes.Panel.Axis[target];
        row.Add("horizon", horizon);
        row.Add("phase", phase);
        row.Add("month", date.Month);
        if (nodes.Panel.Axis.Frequency <= Frequency.Weekly) row.Add("day of year", date.DayOfYear);
        row.Add("own index", index.Own[phase]);
        row.Add("index", index.Shrunk[phase]);
        row.Add("group index", index.Group[phase]);
        row.Add("common index", index.Global[phase]);
        row.Add("level x index", _levels[node] * index.Shrunk[phase] / scale);
        row.Add("slope x horizon", _slopes[node] * horizon / nodes.Season);
        row.Add("year ago", GrowthOf(node).YearAgo[horizon - 1]);
        row.Add("group year ago", index.Peers.Growth.YearAgo[horizon - 1]);
        row.Add("all year ago", _run.Pools.All.Growth.YearAgo[horizon - 1]);
        WriteSeasonsAgo(node, target, index.Shrunk[phase], ref row);
        for (var column = 0; column < nodes.Panel.Calendar.Columns.Count; column++)
            row.Add(nodes.Panel.Calendar.Names[column], nodes.Panel.Calendar.Columns[column][target]);
    }

    /// <summary>The values of the same phase in the last three seasons, their mean, and that of their neighbours.</summary>
    private void WriteSeasonsAgo(int node, int target, double index, ref FeatureWriter row)
    {
        var (nodes, origin, scale) = (_run.Nodes, _run.Origin, Scales[node]);
        var values = nodes.Values[node];
        var (sum, known) = (0.0, 0);
        var usual = _levels[node] * index / scale;
        var back = nodes.Season;
        while (target - back >= origin) back += nodes.Season;
        for (var season = 1; season <= 3; season++, back += nodes.Season)
        {
            var t = target - back;
            var value = t >= 0 ? values[t] / scale : double.NaN;
            row.Add($"{season} seasons ago", double.IsNaN(value) ? usual : value);
            if (double.IsNaN(value)) continue;
            sum += value;
            known++;
        }

        row.Add("mean of seasons ago", known == 0 ? usual : sum / known);
        var near = _run.History.Sums[node].Mean(target - back + (2 * nodes.Season) - 1, Math.Min(origin, target - back + (2 * nodes.Season) + 2));
        row.Add("around a season ago", double.IsNaN(near) ? usual : near / scale);
    }
}
