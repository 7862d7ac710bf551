using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Models.Intervals;

/// <summary>Scaled errors of each cell, ascending, and their quantiles.</summary>
/// <remarks>There are millions of errors, so arrays of exact length replace growing lists.</remarks>
internal sealed class CellErrors
{
    private readonly IntervalCells _cells;
    private readonly double[][] _errors;
    private readonly Lazy<double[]> _all;

    /// <param name="without">Fold that is left out; -1 for none.</param>
    public CellErrors(IReadOnlyList<ErrorSample> samples, IntervalCells cells, ErrorScale scale, int without = -1)
    {
        _cells = cells;
        var lengths = new int[cells.Count];
        foreach (var sample in samples)
        {
            if (sample.Fold != without) lengths[cells.CellOf(sample)]++;
        }

        _errors = [.. lengths.Select(length => new double[length])];
        foreach (var sample in samples)
        {
            if (sample.Fold == without) continue;
            var (cell, usual) = (cells.CellOf(sample), scale.Of(sample));
            _errors[cell][^lengths[cell]--] = usual > 0 ? sample.Error / usual : sample.Error;
        }

        Parallel.ForEach(_errors, Array.Sort);
        _all = new(() => [.. _errors.SelectMany(errors => errors).Order()]);
    }

    public bool IsEmpty => Array.TrueForAll(_errors, errors => errors.Length == 0);

    /// <summary>
    /// Quantile of a cell at rank (n + 1) p, where n is the number of independent errors: a tail p shrinks to <c>p - (1 - p) / n</c>, so
    /// few errors give wide intervals.
    /// </summary>
    /// <param name="level">Level p, 0 to 1, other than a half.</param>
    public double Quantile(int cell, double level, PathCorrelation correlation)
    {
        var (errors, length) = Of(cell);
        var independent = correlation.Independent(errors.Length, length);
        var tail = Math.Min(level, 1 - level);
        var outer = Math.Max(0, tail - ((1 - tail) / independent));
        return OrderStatistics.OuterQuantile(errors, level < 0.5 ? outer : 1 - outer);
    }

    /// <summary>
    /// The median minus the mean of a cell's errors. A forecast is a mean; the mean of the errors at a few origins is chance, and must not
    /// move the median.
    /// </summary>
    public double MedianShift(int cell)
    {
        var (errors, _) = Of(cell);
        return OrderStatistics.Median<double>(errors) - errors.Average();
    }

    /// <summary>The errors for a cell, and the number of them in one path.</summary>
    private (double[] Errors, double Length) Of(int cell)
    {
        // Without errors of forecasts of 0, the cell of the smallest forecasts is used.
        var used = cell == _errors.Length - 1 && _errors[cell].Length < IntervalCells.FewestErrors ? 0 : cell;
        return _errors[used].Length < IntervalCells.FewestErrors
            ? (_all.Value, _cells.PeriodsOf(_errors.Length - 1))
            : (_errors[used], _cells.PeriodsOf(used));
    }
}
