using MathNet.Numerics.Distributions;

namespace CommunityDemand.Benchmarks.Measures;

/// <summary>Share of actuals inside an interval, and how far chance may move it.</summary>
/// <param name="Value">NaN for a method without intervals.</param>
/// <param name="Chance">
/// Half the width of its 95% confidence interval; NaN with a single origin, whose actuals are too much alike to tell.
/// </param>
internal readonly record struct CoveredShare(double Value, double Chance)
{
    private const double Quantile = 0.975;

    /// <summary>
    /// Of several origins. Actuals of one origin share its weather: the variance is that of a ratio over clusters of unequal size (Cochran
    /// 1977, "Sampling techniques", chapter 9A), with Student's t, and no less than that of independent actuals, for few origins may agree
    /// by luck.
    /// </summary>
    /// <param name="origins">Actuals inside and judged, an origin each.</param>
    /// <param name="nominal">What the interval is meant to cover.</param>
    public static CoveredShare Of(IReadOnlyList<(int Inside, int Judged)> origins, double nominal)
    {
        var judged = (double)origins.Sum(origin => origin.Judged);
        var share = origins.Sum(origin => origin.Inside) / judged;
        if (origins.Count < 2) return new CoveredShare(share, double.NaN);
        var squares = origins.Sum(origin => Math.Pow(origin.Inside - (share * origin.Judged), 2));
        var clustered = Math.Sqrt(squares * origins.Count / (origins.Count - 1)) / judged;
        var independent = Math.Sqrt(nominal * (1 - nominal) / judged);
        return new CoveredShare(
            share, Math.Max(StudentT.InvCDF(0, 1, origins.Count - 1, Quantile) * clustered, Normal.InvCDF(0, 1, Quantile) * independent));
    }

    public bool IsInside((double Least, double Most) bounds) => Value >= bounds.Least && Value <= bounds.Most;

    /// <summary>Whether chance alone would not bring it this far out of the bounds.</summary>
    public bool IsSurelyOutside((double Least, double Most) bounds) => Value + Chance < bounds.Least || Value - Chance > bounds.Most;
}
