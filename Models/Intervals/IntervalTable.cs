using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Intervals;

/// <summary>
/// Conformal quantiles of the backtest's relative errors <c>(actual - forecast) / (forecast + c)</c>, by size of the forecast and by
/// horizon (split conformal prediction: Vovk, Gammerman and Shafer 2005; within groups, "Mondrian", section 4.5). Quantiles are taken at
/// rank (n + 1) p, so that few errors give wide intervals rather than confident ones.
/// </summary>
internal sealed class IntervalTable
{
    /// <summary>Quantile levels: both ends of the 95% and of the 80% interval.</summary>
    public static readonly double[] Levels = [0.025, 0.1, 0.9, 0.975];

    private const int MostSizes = 10;
    private const int MostSpans = 4;

    /// <summary>Errors a cell should hold, so that its 2.5% quantile rests on more than one of them.</summary>
    private const int CellErrors = 80;

    private readonly double _offset;
    private readonly int[] _spanEnds;
    private readonly double[] _centres;
    private readonly double[] _quantiles;

    private IntervalTable(double offset, int[] spanEnds, double[] centres, double[] quantiles) =>
        (_offset, _spanEnds, _centres, _quantiles) = (offset, spanEnds, centres, quantiles);

    /// <summary>Learns the table from a backtest's errors; without any, <see cref="Poisson"/>-like widths are used.</summary>
    public static IntervalTable Learn(IReadOnlyList<ErrorSample> samples, int horizon)
    {
        if (samples.Count == 0) return new IntervalTable(1, [horizon], [], []);
        var sorted = samples.Select(sample => sample.Forecast).Order().ToArray();
        var positive = sorted.Where(forecast => forecast > 0).ToArray();
        var offset = positive.Length == 0 ? 1 : 0.1 * positive[positive.Length / 2];
        var spans = Math.Clamp(samples.Count / (CellErrors * 2), 1, Math.Min(MostSpans, horizon));
        var spanEnds = Enumerable.Range(1, spans).Select(i => (int)Math.Ceiling((double)horizon * i / spans)).ToArray();
        var sizes = Math.Clamp(samples.Count / (CellErrors * spans), 1, MostSizes);
        var edges = Enumerable.Range(1, sizes - 1).Select(i => sorted[sorted.Length * i / sizes]).Distinct().ToArray();
        sizes = edges.Length + 1;
        var cells = new List<double>[sizes * spans];
        for (var i = 0; i < cells.Length; i++) cells[i] = [];
        var forecasts = new List<double>[sizes];
        for (var i = 0; i < sizes; i++) forecasts[i] = [];
        foreach (var sample in samples)
        {
            var size = SizeOf(edges, sample.Forecast);
            forecasts[size].Add(sample.Forecast);
            cells[(size * spans) + SpanOf(spanEnds, sample.Horizon)].Add((sample.Actual - sample.Forecast) / (sample.Forecast + offset));
        }

        var all = cells.SelectMany(cell => cell).Order().ToArray();
        var quantiles = new double[cells.Length * Levels.Length];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var errors = cells[cell].Count >= CellErrors / 4 ? [.. cells[cell].Order()] : all;
            for (var level = 0; level < Levels.Length; level++) quantiles[(cell * Levels.Length) + level] = Quantile(errors, Levels[level]);
        }

        return new IntervalTable(offset, spanEnds, [.. forecasts.Select(Centre)], quantiles);
    }

    /// <summary>Quantiles of the forecast at <see cref="Levels"/>: 0 or more, ascending, the mean between the second and the third.</summary>
    /// <param name="horizon">1 for the first period after the origin.</param>
    public void Quantiles(double forecast, int horizon, Span<double> quantiles)
    {
        if (_centres.Length == 0)
        {
            Poisson(forecast, quantiles);
            return;
        }

        var span = SpanOf(_spanEnds, horizon);
        var (below, above, share) = Neighbours(forecast);
        for (var level = 0; level < Levels.Length; level++)
        {
            var relative = ((1 - share) * At(below, span, level)) + (share * At(above, span, level));
            quantiles[level] = Math.Max(0, forecast + (relative * (forecast + _offset)));
        }

        quantiles[1] = Math.Min(quantiles[1], forecast);
        quantiles[0] = Math.Min(quantiles[0], quantiles[1]);
        quantiles[2] = Math.Max(quantiles[2], forecast);
        quantiles[3] = Math.Max(quantiles[3], quantiles[2]);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_offset);
        writer.WriteArray<int>(_spanEnds);
        writer.WriteArray<double>(_centres);
        writer.WriteArray<double>(_quantiles);
    }

    public static IntervalTable Read(BinaryReader reader) =>
        new(reader.ReadDouble(), reader.ReadArray<int>(), reader.ReadArray<double>(), reader.ReadArray<double>());

    /// <summary>Between two size classes the quantiles are interpolated in the logarithm of the forecast: no jump at a class' edge.</summary>
    private (int Below, int Above, double Share) Neighbours(double forecast)
    {
        var above = 0;
        while (above < _centres.Length && _centres[above] < forecast) above++;
        if (above == 0) return (0, 0, 0);
        if (above == _centres.Length) return (above - 1, above - 1, 0);
        var (low, high) = (Math.Log(_centres[above - 1] + _offset), Math.Log(_centres[above] + _offset));
        return (above - 1, above, high > low ? (Math.Log(forecast + _offset) - low) / (high - low) : 0);
    }

    private double At(int size, int span, int level) => _quantiles[(((size * _spanEnds.Length) + span) * Levels.Length) + level];

    private static double Centre(List<double> forecasts) => forecasts.Count == 0 ? 0 : forecasts.Order().ElementAt(forecasts.Count / 2);

    private static int SizeOf(double[] edges, double forecast)
    {
        var size = 0;
        while (size < edges.Length && forecast >= edges[size]) size++;
        return size;
    }

    private static int SpanOf(int[] ends, int horizon)
    {
        var span = 0;
        while (span < ends.Length - 1 && horizon > ends[span]) span++;
        return span;
    }

    /// <summary>The value at rank (n + 1) p, outwards where it falls between two; past the last one, the last.</summary>
    private static double Quantile(double[] sorted, double level)
    {
        var rank = (sorted.Length + 1) * level;
        var position = level < 0.5 ? Math.Floor(rank + 1e-9) : Math.Ceiling(rank - 1e-9);
        return sorted[Math.Clamp((int)position - 1, 0, sorted.Length - 1)];
    }

    /// <summary>Nothing was learned (too short a history): counts at random around the forecast, with half as much again for what is not known.</summary>
    private static void Poisson(double forecast, Span<double> quantiles)
    {
        var spread = 1.5 * Math.Sqrt(forecast + (0.1 * forecast * forecast));
        quantiles[0] = Math.Max(0, forecast - (1.96 * spread));
        quantiles[1] = Math.Max(0, forecast - (1.2816 * spread));
        quantiles[2] = forecast + (1.2816 * spread);
        quantiles[3] = forecast + (1.96 * spread);
    }
}
