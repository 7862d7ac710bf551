using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Models.Intervals;

/// <summary>
/// Expected size of an error: <c>(f + c)^(1 - g) v^g</c>. Here f is the forecast, and v the usual one-step error of the node. A volatile
/// node has wider intervals than a calm node of the same size, by as much as the backtest shows: g is 0 where volatility does not persist
/// (normalised conformal prediction: Papadopoulos, Gammerman and Vovk 2008, section 4).
/// </summary>
/// <param name="Offset">Largest offset c, in the unit of the panel: a forecast near 0 has an error too.</param>
/// <param name="Volatility">Exponent g, 0 to 1.</param>
internal readonly record struct ErrorScale(double Offset, double Volatility)
{
    /// <summary>Minimum of v, as a share of f + c: a node that happened to be constant is not certain.</summary>
    private const double LeastSpread = 0.02;

    /// <summary>Maximum of v, as a multiple of f + c: the errors at an old high level do not last.</summary>
    private const double MostSpread = 2;

    /// <summary>The offset c, as a share of the median forecast.</summary>
    private const double OffsetShare = 0.1;

    /// <summary>The offset for these errors: a share of the median forecast, 1 without positive forecasts.</summary>
    /// <param name="sorted">Positive forecasts, ascending.</param>
    public static double OffsetOf(double[] sorted) =>
        sorted.Length == 0 ? 1 : OffsetShare * OrderStatistics.UpperMedian<double>(sorted);

    private static ReadOnlySpan<double> Exponents => [0, 0.25, 0.5, 0.75, 1];

    /// <summary>
    /// The scale whose intervals have the lowest pinball loss on folds that the quantiles were not learned from. A loss counts relative to
    /// the node's usual error, so nodes of all sizes count alike.
    /// </summary>
    public static ErrorScale Learn(IReadOnlyList<ErrorSample> samples, IntervalCells cells, double offset)
    {
        var folds = samples.Max(sample => sample.Fold) + 1;
        var best = new ErrorScale(offset, 0);
        if (folds < 2) return best;
        var least = double.PositiveInfinity;
        foreach (var exponent in Exponents)
        {
            var scale = new ErrorScale(offset, exponent);
            var loss = Enumerable.Range(0, folds).Sum(fold => scale.Loss(samples, cells, fold));
            if (loss < least) (best, least) = (scale, loss);
        }

        return best;
    }

    private double Loss(IReadOnlyList<ErrorSample> samples, IntervalCells cells, int fold)
    {
        var others = new CellErrors(samples, cells, this, without: fold);
        if (others.IsEmpty) return 0;
        var quantiles = new double[cells.Count, IntervalTable.Levels.Length];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            for (var q = 0; q < IntervalTable.Levels.Length; q++)
            {
                var level = IntervalTable.Levels[q];
                quantiles[cell, q] = level == 0.5 ? 0 : others.Quantile(cell, level, new PathCorrelation(0));
            }
        }

        var loss = 0.0;
        foreach (var sample in samples)
        {
            if (sample.Fold != fold) continue;
            var (cell, usual) = (cells.CellOf(sample), Of(sample));
            var unit = Math.Max(sample.Spread, LeastSpread * SizeOf(sample.Forecast, sample.Spread));
            if (!(unit > 0)) continue;
            for (var q = 0; q < IntervalTable.Levels.Length; q++)
            {
                var (level, above) = (IntervalTable.Levels[q], sample.Error - (quantiles[cell, q] * usual));
                loss += above * (above >= 0 ? level : level - 1) / unit;
            }
        }

        return loss;
    }

    public double Of(double forecast, double spread)
    {
        var size = SizeOf(forecast, spread);
        return size <= 0 ? 0 : size * Math.Pow(Math.Clamp(spread / size, LeastSpread, MostSpread), Volatility);
    }

    public double Of(in ErrorSample sample) => Of(sample.Forecast, sample.Spread);

    // Where a panel mixes units, the median forecast says nothing about the smallest nodes.
    private double SizeOf(double forecast, double spread) => forecast + Math.Min(Offset, forecast + spread);
}
