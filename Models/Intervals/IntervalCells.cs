using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Intervals;

/// <summary>
/// Cells of errors ("Mondrian" groups: Vovk, Gammerman and Shafer 2005, section 4.5): classes of the size of the forecast, crossed with
/// spans of the horizon. Forecasts of exactly 0, of closed series, form a last cell of their own.
/// </summary>
internal sealed class IntervalCells
{
    private const int MostSizes = 10;
    private const int MostSpans = 4;

    /// <summary>Target number of errors in a cell, so that the 2.5% quantile rests on more than one error.</summary>
    private const int CellErrors = 80;

    /// <summary>Minimum number of errors in a cell; a cell with fewer uses the quantiles of all errors.</summary>
    public const int FewestErrors = CellErrors / 4;

    private readonly int[] _spanEnds;
    private readonly double[] _edges;
    private readonly double[] _centres;

    private IntervalCells(int[] spanEnds, double[] edges, double[] centres) => (_spanEnds, _edges, _centres) = (spanEnds, edges, centres);

    public int Sizes => _centres.Length;

    public int Spans => _spanEnds.Length;

    /// <summary>Number of cells, with the cell of forecasts of 0.</summary>
    public int Count => (Sizes * Spans) + 1;

    /// <param name="errors">Number of errors.</param>
    /// <param name="sorted">Positive forecasts, ascending.</param>
    public static IntervalCells Of(int errors, double[] sorted, int horizon)
    {
        var spans = Math.Clamp(errors / (CellErrors * 2), 1, Math.Min(MostSpans, horizon));
        var ends = Enumerable.Range(1, spans).Select(i => (int)Math.Ceiling((double)horizon * i / spans)).ToArray();
        var sizes = Math.Clamp(sorted.Length / (CellErrors * spans), 1, MostSizes);
        var edges = Enumerable.Range(1, sizes - 1).Select(i => sorted[sorted.Length * i / sizes]).Distinct().ToArray();
        return new IntervalCells(ends, edges, [.. Enumerable.Range(0, edges.Length + 1).Select(size => Centre(
            sorted,
            size == 0 ? 0 : FirstFrom(sorted, edges[size - 1]),
            size == edges.Length ? sorted.Length : FirstFrom(sorted, edges[size])))]);
    }

    public int CellOf(in ErrorSample sample) =>
        sample.Forecast == 0 ? Count - 1 : (SizeOf(sample.Forecast) * Spans) + SpanOf(sample.Horizon);

    public int CellOf(int size, int span) => size == Sizes ? Count - 1 : (size * Spans) + span;

    /// <summary>Number of periods of the horizon in the span of a cell.</summary>
    public int PeriodsOf(int cell)
    {
        var span = cell == Count - 1 ? Spans - 1 : cell % Spans;
        return cell == Count - 1 ? _spanEnds[^1] : _spanEnds[span] - (span == 0 ? 0 : _spanEnds[span - 1]);
    }

    public int SpanOf(int horizon)
    {
        var span = 0;
        while (span < Spans - 1 && horizon > _spanEnds[span]) span++;
        return span;
    }

    /// <summary>
    /// Neighbouring size classes: quantiles are interpolated in the logarithm of the forecast, without a jump at the edge of a class.
    /// </summary>
    public (int Below, int Above, double Share) Neighbours(double forecast, double offset)
    {
        if (forecast == 0) return (Sizes, Sizes, 0);
        var above = 0;
        while (above < Sizes && _centres[above] < forecast) above++;
        if (above == 0) return (0, 0, 0);
        if (above == Sizes) return (above - 1, above - 1, 0);
        var (low, high) = (Math.Log(_centres[above - 1] + offset), Math.Log(_centres[above] + offset));
        return (above - 1, above, high > low ? (Math.Log(forecast + offset) - low) / (high - low) : 0);
    }

    public void Write(BinaryWriter writer)
    {
        writer.WriteArray<int>(_spanEnds);
        writer.WriteArray<double>(_edges);
        writer.WriteArray<double>(_centres);
    }

    public static IntervalCells Read(BinaryReader reader) =>
        new(reader.ReadArray<int>(), reader.ReadArray<double>(), reader.ReadArray<double>());

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

    private int SizeOf(double forecast)
    {
        var size = 0;
        while (size < _edges.Length && forecast >= _edges[size]) size++;
        return size;
    }
}
