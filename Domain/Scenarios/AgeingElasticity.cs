using CommunityDemand.Domain.Statistics;
using MathNet.Numerics.Distributions;

namespace CommunityDemand.Domain.Scenarios;

/// <summary>
/// By which factor demand of services for the elderly grows for each percentage point more residents aged 60 and over, normal in its logarithm.
/// </summary>
/// <param name="Log">Its natural logarithm, a point.</param>
/// <param name="Error">Standard error of that; 0 or more.</param>
/// <param name="Points">Communities that it was learned from; 0 for the handbook's.</param>
public readonly record struct AgeingElasticity(double Log, double Error, int Points)
{
    private static readonly double Normal95 = Normal.InvCDF(0, 1, 0.975);

    /// <summary>The handbook's: about 15% a point. Taken as between 0 and 32%, as the handbook gives no error.</summary>
    public static AgeingElasticity Handbook { get; } = new(Math.Log(1.15), 0.07, 0);

    public double Factor => Math.Exp(Log);

    /// <summary>2.5% quantile of <see cref="Log"/>.</summary>
    public double LogLower => Log - (Normal95 * Error);

    /// <summary>97.5% quantile of <see cref="Log"/>.</summary>
    public double LogUpper => Log + (Normal95 * Error);

    /// <summary>
    /// The slope of the least-squares line through communities' growth: the logarithm of demand a head of services for the elderly in a later period over an earlier one, by how many points
    /// the share rose in between. What all communities have in common is the line's intercept. The error is widened to the normal distribution whose 95% interval is Student's.
    /// </summary>
    /// <returns>Null for fewer than three communities, or where the share rose alike everywhere.</returns>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static AgeingElasticity? Local(IReadOnlyList<(double ShareChange, double LogGrowth)> communities) =>
        LinearTrend.Fit(communities) is { } line
            ? new AgeingElasticity(line.Slope, line.StandardError * StudentT.InvCDF(0, 1, line.Points - 2, 0.975) / Normal95, line.Points)
            : null;

    /// <summary>
    /// The two together, each weighted by its precision 1 / error² (Gelman et al. 2013, <i>Bayesian Data Analysis</i>, third edition, section 2.5): the less the place itself tells, the
    /// nearer to the other.
    /// </summary>
    public AgeingElasticity ShrunkTo(AgeingElasticity prior)
    {
        if (!(Error > 0)) return this;
        var (own, other) = (1 / (Error * Error), 1 / (prior.Error * prior.Error));
        return new AgeingElasticity(((own * Log) + (other * prior.Log)) / (own + other), 1 / Math.Sqrt(own + other), Points);
    }
}
