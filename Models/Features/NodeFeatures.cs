using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.History;
using CommunityDemand.Models.Panels;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Features;

/// <summary>
/// Features of one node at an origin, for the global models. Features are relative to the scale of the node, so one model serves nodes of
/// any size. Parts that do not depend on the horizon are computed once.
/// </summary>
internal sealed class NodeFeatures
{
    private const int Lags = 6;
    private const int SeasonsAgo = 3;
    private const double LeastIndex = 0.05;

    private static readonly string[] LagNames = [.. Enumerable.Range(1, Lags).Select(lag => $"lag {lag}")];
    private static readonly string[] SeasonNames = [.. Enumerable.Range(1, SeasonsAgo).Select(season => $"{season} seasons ago")];

    private readonly MemberRun _run;
    private readonly FeatureWindows _windows;
    private readonly int _node;
    private readonly SeasonalIndex _index;
    private readonly CleanSeries _clean;
    private readonly RunningSums _sums;
    private readonly Growth _growth;
    private double _level;
    private double _slope;
    private float[] _fixed = [];

    private NodeFeatures(MemberRun run, int node, double scale, SeasonalIndex index, CleanSeries clean)
    {
        (_run, _windows, _node, _index, _clean) = (run, run.History.Windows, node, index, clean);
        _sums = new RunningSums(clean.Values);
        Scale = clean.Shift is null ? scale : PanelHistory.Scale(_sums, run.Origin, _windows);
        _growth = Growth.Of(_sums, run.Origin, run.History.Horizon, _windows);
    }

    /// <summary>Divisor of features and target, in the unit of the node.</summary>
    public double Scale { get; }

    // For days, origins are too few and too different: growth of all series at an origin would only identify the origin.
    private bool HasGroupGrowth => _run.Nodes.Panel.Axis.Frequency > Frequency.Daily;

    /// <param name="names">Receives the names of the features, if given.</param>
    public static NodeFeatures Describe(MemberRun run, int node, double scale, SeasonalIndex index, CleanSeries clean, List<string>? names)
    {
        var features = new NodeFeatures(run, node, scale, index, clean);
        var writer = new FeatureWriter(stackalloc float[512], names);
        features.Describe(ref writer);
        features._fixed = writer.Written.ToArray();
        return features;
    }

    /// <summary>Writes the features of a period of the horizon (from 1); the features of the calendar come last.</summary>
    public void Write(int horizon, Span<float> row, List<string>? names = null)
    {
        _fixed.CopyTo(row);
        var writer = new FeatureWriter(row[_fixed.Length..], names);
        WriteHorizon(horizon, ref writer);
    }

    /// <summary>The seasonal index of a period of the horizon (from 1): its expected value relative to the scale, without growth.</summary>
    public double IndexOf(int horizon) => Math.Max(LeastIndex, _index.At(_run.Nodes, _run.Origin + horizon - 1));

    /// <summary>Writes the features that do not depend on the horizon.</summary>
    private void Describe(ref FeatureWriter row)
    {
        var (nodes, origin, index, sums, scale, node) = (_run.Nodes, _run.Origin, _index, _sums, Scale, _node);
        var values = _clean.Values;
        row.Add("log scale", Math.Log(scale));
        row.Add("length", Math.Min(4, (double)(origin - nodes.First[node]) / _windows.Year));
        row.Add("seasons known", index.Blocks);
        row.Add("group", index.Peers.Code);
        row.Add("level of hierarchy", nodes.Hierarchy.LevelOfNode[node]);
        WriteLevels(ref row);
        for (var lag = 1; lag <= Lags; lag++)
        {
            var t = origin - lag;
            var value = t >= 0 ? values[t] : double.NaN;
            row.Add(LagNames[lag - 1], double.IsNaN(value) ? _level / scale : value / index.At(nodes, t) / scale);
        }

        foreach (var window in _windows.Means)
        {
            var mean = sums.Mean(origin - window, origin);
            row.Add($"mean of {window}", (double.IsNaN(mean) ? scale : mean) / scale);
        }

        WriteShape(ref row);
        row.Add("year on year", _growth.Year);
        row.Add("quarter on year", _growth.Quarter);
        if (HasGroupGrowth)
        {
            row.Add("group year on year", index.Peers.Growth.Year);
            row.Add("group quarter on year", index.Peers.Growth.Quarter);
            row.Add("all year on year", _run.Pools.All.Growth.Year);
            row.Add("all quarter on year", _run.Pools.All.Growth.Quarter);
        }

        foreach (var feature in nodes.Panel.Features.Where(feature => !feature.IsKnownAhead))
            row.Add(feature.Name, Mean(feature, origin) is var mean && double.IsNaN(mean) ? -1 : mean);
    }

    /// <summary>Mean over the node's series of what a feature is before a period; NaN where no series has a value.</summary>
    private double Mean(SeriesFeature feature, int before)
    {
        var (sum, known) = (0.0, 0);
        foreach (var series in _run.Nodes.SeriesOf[_node])
        {
            var value = feature.KnownBefore(series, before);
            if (float.IsNaN(value)) continue;
            sum += value;
            known++;
        }

        return known == 0 ? double.NaN : sum / known;
    }

    private void WriteLevels(ref FeatureWriter row)
    {
        var scale = Scale;
        var window = _clean.Window();
        var start = PooledSmoothing.StartLevel(window);
        (_level, var alpha) = _clean.Smoothing;
        row.Add("level", _level / scale);
        row.Add("smoothing", alpha);
        row.Add("slow level", PooledSmoothing.Run(window, start, 0.05).Level / scale);
        row.Add("middle level", PooledSmoothing.Run(window, start, 0.15).Level / scale);
        row.Add("fast level", PooledSmoothing.Run(window, start, 0.35).Level / scale);
        _slope = Slope(window) / scale;
        row.Add("slope", _slope);
    }

    /// <summary>Least-squares slope per season of the deseasonalised values of the last two seasons (at least 12 values).</summary>
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

    /// <summary>Writes sparsity and dispersion over the last two windows of the scale.</summary>
    private void WriteShape(ref FeatureWriter row)
    {
        var (nodes, origin, scale, node) = (_run.Nodes, _run.Origin, Scale, _node);
        var values = _clean.Values;
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

    private void WriteHorizon(int horizon, ref FeatureWriter row)
    {
        var (nodes, target, index, scale) = (_run.Nodes, _run.Origin + horizon - 1, _index, Scale);
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
        row.Add("level x index", _level * usual / scale);
        row.Add("slope x horizon", _slope * horizon / nodes.Season);
        row.Add("year ago", _growth.YearAgo[horizon - 1]);
        if (HasGroupGrowth)
        {
            row.Add("group year ago", index.Peers.Growth.YearAgo[horizon - 1]);
            row.Add("all year ago", _run.Pools.All.Growth.YearAgo[horizon - 1]);
        }

        WriteSeasonsAgo(horizon, usual, ref row);
        foreach (var feature in nodes.Panel.Features.Where(feature => feature.IsKnownAhead))
        {
            // What a node usually has stands in the last value that its history had; the change says what the horizon has else.
            var (then, now) = (Mean(feature, target + 1), Mean(feature, _run.Origin));
            row.Add(feature.Name, double.IsNaN(then) ? -1 : then);
            row.Add($"{feature.Name} against the origin", double.IsNaN(then) || double.IsNaN(now) ? 0 : then - now);
        }

        for (var column = 0; column < nodes.Panel.Calendar.Columns.Count; column++)
            row.Add(nodes.Panel.Calendar.Names[column], nodes.Panel.Calendar.Columns[column][target]);
    }

    /// <summary>Writes the values of the same phase in the last three seasons, their mean, and the mean of their neighbours.</summary>
    private void WriteSeasonsAgo(int horizon, double index, ref FeatureWriter row)
    {
        var (nodes, target, scale) = (_run.Nodes, _run.Origin + horizon - 1, Scale);
        var values = _clean.Values;
        var (sum, known) = (0.0, 0);
        var usual = _level * index / scale;
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
        var near = AroundSeasonAgo(horizon);
        row.Add("around a season ago", double.IsNaN(near) ? usual : near / scale);
    }

    /// <summary>Mean of the three values around the second last known value of the phase; NaN if none is known.</summary>
    private double AroundSeasonAgo(int horizon)
    {
        var middle = _run.Origin + horizon - 1 - SeasonsBack(horizon) - _run.Nodes.Season;
        return _sums.Mean(middle - 1, middle + 2);
    }

    /// <summary>Number of seasons from a period of the horizon back to the last known period of the same phase.</summary>
    private int SeasonsBack(int horizon) => (horizon + _run.Nodes.Season - 1) / _run.Nodes.Season * _run.Nodes.Season;
}
