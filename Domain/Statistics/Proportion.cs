using MathNet.Numerics.Distributions;

namespace CommunityDemand.Domain.Statistics;

/// <summary>A proportion: a number of successes in a number of trials.</summary>
public readonly record struct Proportion
{
    /// <param name="successes">Successes, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Trials, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public Proportion(double successes, double trials)
    {
        if (!(trials > 0) || !double.IsFinite(trials))
            throw new ArgumentOutOfRangeException(nameof(trials), trials, "A share is of more than nothing.");
        if (!(successes >= 0 && successes <= trials))
            throw new ArgumentOutOfRangeException(nameof(successes), successes, $"A share of {trials} is 0 to {trials}.");
        (Successes, Trials) = (successes, trials);
    }

    /// <summary>Number of successes.</summary>
    public double Successes { get; }

    /// <summary>Number of trials.</summary>
    public double Trials { get; }

    /// <summary>The share of successes, 0 to 1.</summary>
    public double Share => Successes / Trials;

    /// <summary>
    /// Wilson's score interval (Wilson 1927, "Probable inference", JASA 22:209-212; in the form of Brown, Cai and DasGupta 2001,
    /// "Interval estimation for a binomial proportion", section 3.1.1, who recommend the interval for small samples). The interval lies
    /// inside [0, 1] and contains the share.
    /// </summary>
    /// <param name="level">Confidence level, such as .95.</param>
    public (double Lower, double Upper) Wilson(double level = 0.95)
    {
        if (!(level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "Confidence lies between 0 and 1.");
        var z = Normal.InvCDF(0, 1, (1 + level) / 2);
        var (square, share) = (z * z, Share);
        var centre = (Successes + (square / 2)) / (Trials + square);
        var half = z * Math.Sqrt(Trials) / (Trials + square) * Math.Sqrt((share * (1 - share)) + (square / (4 * Trials)));
        // For shares of 0 and 1, the exact ends are 0 and 1; rounding would exceed them.
        return (Math.Clamp(centre - half, 0, share), Math.Clamp(centre + half, share, 1));
    }

    /// <summary>
    /// p-value of the difference between two shares: the two-sided score test with the pooled share, whose square is Pearson's chi-square
    /// of the 2 x 2 table (Agresti 2013, <i>Categorical Data Analysis</i>, section 3.2). 1 where all trials are successes, or none.
    /// </summary>
    public double PValueAgainst(Proportion other)
    {
        var pooled = (Successes + other.Successes) / (Trials + other.Trials);
        var variance = pooled * (1 - pooled) * ((1 / Trials) + (1 / other.Trials));
        return variance > 0 ? 2 * Normal.CDF(0, 1, -Math.Abs(Share - other.Share) / Math.Sqrt(variance)) : 1;
    }
}
