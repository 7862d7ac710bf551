using CommunityDemand.Domain.Statistics;
using MathNet.Numerics.Distributions;

namespace CommunityDemand.Domain.Scenarios;

/// <summary>
/// Growth of demand for services for the elderly with each percentage point of residents aged 60 and over: a factor, normal in its
/// logarithm.
/// </summary>
/// <param name="Log">Natural logarithm of the factor for one percentage point.</param>
/// <param name="Error">Standard error of the logarithm; 0 or more.</param>
/// <param name="Points">Number of communities behind the estimate; 0 for the handbook's.</param>
public readonly record struct AgeingElasticity(double Log, double Error, int Points)
{
    private static readonly double Normal95 = Normal.InvCDF(0, 1, 0.975);

    /// <summary>
    /// The handbook's elasticity: about 15% a point. The interval is assumed to be 0 to 32%, because the handbook gives no error.
    /// </summary>
    public static AgeingElasticity Handbook { get; } = new(Math.Log(1.15), 0.07, 0);

    public double Factor => Math.Exp(Log);

    /// <summary>2.5% quantile of <see cref="Log"/>.</summary>
    public double LogLower => Log - (Normal95 * Error);

    /// <summary>97.5% quantile of <see cref="Log"/>.</summary>
    public double LogUpper => Log + (Normal95 * Error);

    /// <summary>
    /// Estimates the elasticity from communities: the slope of the least-squares line of growth on the rise of the share. Growth is the
    /// logarithm of (demand a resident for services for the elderly in a later period / in an earlier one). The intercept holds what all
    /// communities have in common. The error is widened to the normal distribution whose 95% interval equals Student's.
    /// </summary>
    /// <returns>Null for fewer than three communities, or where the share rose by the same amount everywhere.</returns>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static AgeingElasticity? Local(IReadOnlyList<(double ShareChange, double LogGrowth)> communities) =>
        LinearTrend.Fit(communities) is { } line
            ? new AgeingElasticity(line.Slope, line.StandardError * StudentT.InvCDF(0, 1, line.Points - 2, 0.975) / Normal95, line.Points)
            : null;

    /// <summary>
    /// The mean of the two elasticities, each weighted by its precision 1 / error² (Gelman et al. 2013, <i>Bayesian Data Analysis</i>,
    /// third edition, section 2.5). The less the city's data tell, the closer the result is to the prior.
    /// </summary>
    public AgeingElasticity ShrunkTo(AgeingElasticity prior)
    {
        if (!(Error > 0)) return this;
        var (own, other) = (1 / (Error * Error), 1 / (prior.Error * prior.Error));
        return new AgeingElasticity(((own * Log) + (other * prior.Log)) / (own + other), 1 / Math.Sqrt(own + other), Points);
    }
}
