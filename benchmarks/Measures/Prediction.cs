using CommunityDemand.Models.Forecasts;

namespace CommunityDemand.Benchmarks.Measures;

/// <summary>A method's forecast of one node: a value a period of the horizon in each array.</summary>
/// <param name="Mean">Expected value.</param>
/// <param name="Median">The 50% quantile.</param>
/// <param name="Bounds">The quantiles of <see cref="Levels"/>, a row a level; null for a method that gives none.</param>
internal sealed record Prediction(double[] Mean, double[] Median, double[][]? Bounds)
{
    /// <summary>Of a method that gives one value a period: its mean and its median are the same, as with normal errors.</summary>
    public Prediction(double[] mean, double[][]? bounds)
        : this(mean, mean, bounds)
    {
    }

    /// <summary>Of all methods alike, so that their scores compare: the ends of the 95% and of the 80% interval.</summary>
    public static IReadOnlyList<double> Levels { get; } = [0.025, 0.1, 0.9, 0.975];

    public double[] Lower95 => Bounds![0];

    public double[] Lower80 => Bounds![1];

    public double[] Upper80 => Bounds![2];

    public double[] Upper95 => Bounds![3];

    public static Prediction Of(NodeForecast forecast) =>
        new(forecast.Mean, forecast.Median, [forecast.Lower95, forecast.Lower80, forecast.Upper80, forecast.Upper95]);

    /// <summary>The plain mean of several forecasts: of means, of medians and of each other quantile.</summary>
    public static Prediction MeanOf(IReadOnlyList<Prediction> several) => new(
        Average([.. several.Select(one => one.Mean)]),
        Average([.. several.Select(one => one.Median)]),
        several.Any(one => one.Bounds is null)
            ? null
            : [.. Levels.Select((_, level) => Average([.. several.Select(one => one.Bounds![level])]))]);

    private static double[] Average(double[][] rows) => [.. Enumerable.Range(0, rows[0].Length).Select(h => rows.Average(row => row[h]))];
}
