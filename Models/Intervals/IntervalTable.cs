using CommunityDemand.Domain.Statistics;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Intervals;

/// <summary>
/// Conformal quantiles of the relative errors of the backtest, <c>(actual - forecast) / (forecast + c)</c>, by size of the forecast and
/// by horizon (split conformal prediction: Vovk, Gammerman and Shafer 2005; within groups, "Mondrian", section 4.5). Quantiles are taken
/// at rank (n + 1) p, so few errors give wide intervals. Forecasts of exactly 0, of closed series, form a group of their own.
/// </summary>
internal sealed class IntervalTable
{
    /// <summary>Quantile levels: both ends of the 95% and of the 80% interval, with the median between them.</summary>
    public static readonly double[] Levels = [0.025, 0.1, 0.5, 0.9, 0.975];

    private const int MostSizes = 10;
    private const int MostSpans = 4;

    /// <summary>Target number of errors in a cell, so that the 2.5% quantile rests on more than one error.</summary>
    private const int CellErrors = 80;

    /// <summary>Minimum number of errors in a cell; a cell with fewer uses the quantiles of all errors.</summary>
    private const int FewestErrors = CellErrors / 4;

    private readonly double _offset;
    private readonly int[] _spanEnds;
    private readonly double[] _centres;

    /// <summary>Quantiles, size x span x level, then the quantiles of forecasts of 0.</summary>
    private readonly double[] _quantiles;
    private readonly LevelFactors _factors;

    private IntervalTable(double offset, int[] spanEnds, double[] centres, double[] quantiles, LevelFactors factors) =>
        (_offset, _spanEnds, _centres, _quantiles, _factors) = (offset, spanEnds, centres, quantiles, factors);

    /// <summary>Learns the table from the errors of a backtest; without errors, <see cref="Poisson"/> gives the widths.</summary>
    /// <param name="levels">Names of the levels, by index.</param>
    /// <param name="paths">Number of (node, origin) behind the errors of each level.</param>
    public static IntervalTable Learn(
        IReadOnlyList<ErrorSample> samples, int horizon, IReadOnlyList<string> levels, IReadOnlyList<int> paths)
    {
        if (samples.Count == 0) return new IntervalTable(1, [horizon], [], [], LevelFactors.None);
        var sorted = samples.Where(sample => sample.Forecast > 0).Select(sample => (double)sample.Forecast).Order().ToArray();
        var offset = sorted.Length == 0 ? 1 : 0.1 * OrderStatistics.UpperMedian<double>(sorted);
        var spans = Math.Clamp(samples.Count / (CellErrors * 2), 1, Math.Min(MostSpans, horizon));
        var spanEnds = Enumerable.Range(1, spans).Select(i => (int)Math.Ceiling((double)horizon * i / spans)).ToArray();
        var sizes = Math.Clamp(sorted.Length / (CellErrors * spans), 1, MostSizes);
        var edges = Enumerable.Range(1, sizes - 1).Select(i => sorted[sorted.Length * i / sizes]).Distinct().ToArray();
        sizes = edges.Length + 1;
        var centres = Enumerable.Range(0, sizes).Select(size => Centre(
            sorted, size == 0 ? 0 : FirstFrom(sorted, edges[size - 1]),
            size == edges.Length ? sorted.Length : FirstFrom(sorted, edges[size]))).ToArray();
        var cells = Cells(
            samples,
            (sizes * spans) + 1,
            sample => sample.Forecast == 0 ? sizes * spans : (SizeOf(edges, sample.Forecast) * spans) + SpanOf(spanEnds, sample.Horizon),
            offset);
        var all = cells.Any(cell => cell.Length < FewestErrors) ? cells.SelectMany(cell => cell).Order().ToArray() : [];
        var quantiles = new double[cells.Length * Levels.Length];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            // Without errors of forecasts of 0, the cell of the smallest forecasts is used.
            var errors = cell == sizes * spans && cells[cell].Length < FewestErrors ? cells[0] : cells[cell];
            if (errors.Length < FewestErrors) errors = all;
            for (var level = 0; level < Levels.Length; level++) quantiles[(cell * Levels.Length) + level] = Quantile(errors, Levels[level]);
        }

        var usual = new IntervalTable(offset, spanEnds, centres, quantiles, LevelFactors.None);
        return new IntervalTable(offset, spanEnds, centres, quantiles, LevelFactors.Learn(
            samples, levels, paths, (sample, distances) => usual.Distances(sample.Forecast, sample.Horizon, distances)));
    }

    /// <summary>Quantiles of the forecast at <see cref="Levels"/>: 0 or more, ascending; the mean lies inside the 80% interval.</summary>
    /// <param name="level">Name of the node's level.</param>
    /// <param name="horizon">Periods ahead: 1 for the first period after the origin.</param>
    public void Quantiles(string level, double forecast, int horizon, Span<double> quantiles)
    {
        if (_centres.Length == 0)
        {
            Poisson(forecast, quantiles);
            return;
        }

        Distances(forecast, horizon, quantiles);
        var factors = _factors.Of(level);
        for (var q = 0; q < Levels.Length; q++) quantiles[q] = Math.Max(0, forecast + ((factors.IsEmpty ? 1 : factors[q]) * quantiles[q]));
        quantiles[1] = Math.Min(quantiles[1], forecast);
        quantiles[0] = Math.Min(quantiles[0], quantiles[1]);
        quantiles[3] = Math.Max(quantiles[3], forecast);
        quantiles[4] = Math.Max(quantiles[4], quantiles[3]);
        quantiles[2] = Math.Clamp(quantiles[2], quantiles[1], quantiles[3]);
    }

    /// <summary>Usual distances of the quantiles from the forecast.</summary>
    private void Distances(double forecast, int horizon, Span<double> distances)
    {
        var span = SpanOf(_spanEnds, horizon);
        var (below, above, share) = Neighbours(forecast);
        for (var q = 0; q < Levels.Length; q++)
            distances[q] = (((1 - share) * At(below, span, q)) + (share * At(above, span, q))) * (forecast + _offset);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_offset);
        writer.WriteArray<int>(_spanEnds);
        writer.WriteArray<double>(_centres);
        writer.WriteArray<double>(_quantiles);
        _factors.Write(writer);
    }

    public static IntervalTable Read(BinaryReader reader) =>
        new(
            reader.ReadDouble(), reader.ReadArray<int>(), reader.ReadArray<double>(), reader.ReadArray<double>(),
            LevelFactors.Read(reader));

    /// <summary>
    /// Neighbouring size classes: quantiles are interpolated in the logarithm of the forecast, without a jump at the edge of a class.
    /// </summary>
    private (int Below, int Above, double Share) Neighbours(double forecast)
    {
        if (forecast == 0) return (_centres.Length, _centres.Length, 0);
        var above = 0;
        while (above < _centres.Length && _centres[above] < forecast) above++;
        if (above == 0) return (0, 0, 0);
        if (above == _centres.Length) return (above - 1, above - 1, 0);
        var (low, high) = (Math.Log(_centres[above - 1] + _offset), Math.Log(_centres[above] + _offset));
        return (above - 1, above, high > low ? (Math.Log(forecast + _offset) - low) / (high - low) : 0);
    }

    private double At(int size, int span, int level) =>
        _quantiles[(((size * _spanEnds.Length) + (size == _centres.Length ? 0 : span)) * Levels.Length) + level];

    /// <summary>
    /// Relative errors of each cell, ascending. There are millions of errors, so arrays of exact length replace growing lists.
    /// </summary>
    private static double[][] Cells(IReadOnlyList<ErrorSample> samples, int count, Func<ErrorSample, int> cellOf, double offset)
    {
        var lengths = new int[count];
        foreach (var sample in samples) lengths[cellOf(sample)]++;
        var cells = lengths.Select(length => new double[length]).ToArray();
        foreach (var sample in samples)
        {
            var cell = cellOf(sample);
            cells[cell][^lengths[cell]--] = ((double)sample.Actual - sample.Forecast) / (sample.Forecast + offset);
        }

        foreach (var cell in cells) Array.Sort(cell);
        return cells;
    }

    private static double Centre(double[] sorted, int from, int to) => from == to ? 0 : sorted[from + ((to - from) / 2)];

    /// <summary>Index of the first value that is at least <paramref name="least"/>; the length if there is none.</summary>
    private static int FirstFrom(double[] sorted, double least)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < least) low = middle + 1;
            else high = middle;
        }

        return low;
    }

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

    // A forecast is a mean. The mean of the errors at a few origins is chance, and must not move the median.
    private static double Quantile(double[] sorted, double level) =>
        level == 0.5 ? OrderStatistics.Median<double>(sorted) - sorted.Average() : OrderStatistics.OuterQuantile(sorted, level);

    /// <summary>
    /// Widths without learned errors (history too short): Poisson counts around the forecast, half as wide again for unknown variation.
    /// </summary>
    private static void Poisson(double forecast, Span<double> quantiles)
    {
        var spread = 1.5 * Math.Sqrt(forecast + (0.1 * forecast * forecast));
        quantiles[0] = Math.Max(0, forecast - (1.96 * spread));
        quantiles[1] = Math.Max(0, forecast - (1.2816 * spread));
        quantiles[2] = forecast;
        quantiles[3] = forecast + (1.2816 * spread);
        quantiles[4] = forecast + (1.96 * spread);
    }
}
