namespace CommunityDemand.Local.SampleCity.Sampling;

/// <summary>Random draws from distributions. All methods are exact, so the true values need no tolerance for approximations.</summary>
internal static class Distributions
{
    // Above this mean, exp(-mean) loses small probabilities, and halving is cheap.
    private const double LargePoissonMean = 30;

    /// <summary>A standard normal draw, by the polar method (Marsaglia and Bray 1964).</summary>
    public static double Normal(this RandomStream random)
    {
        while (true)
        {
            var (u, v) = (random.Between(-1, 1), random.Between(-1, 1));
            var s = (u * u) + (v * v);
            if (s is > 0 and < 1) return u * Math.Sqrt(-2 * Math.Log(s) / s);
        }
    }

    /// <summary>A log-normal draw with mean 1.</summary>
    /// <param name="sigma">Standard deviation of the logarithm.</param>
    public static double LogNormal(this RandomStream random, double sigma) => Math.Exp((sigma * random.Normal()) - (sigma * sigma / 2));

    /// <summary>A gamma draw with scale 1 and shape of at least 1 (Marsaglia and Tsang 2000).</summary>
    public static double Gamma(this RandomStream random, double shape)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shape, 1);
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = random.Normal();
            var v = 1 + (c * x);
            if (v <= 0) continue;
            v = v * v * v;
            if (Math.Log(1 - random.Uniform()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v))) return d * v;
        }
    }

    /// <summary>A Poisson draw: Knuth's product of uniforms; large means as the sum of two halves.</summary>
    public static int Poisson(this RandomStream random, double mean)
    {
        if (mean > LargePoissonMean) return random.Poisson(mean / 2) + random.Poisson(mean / 2);

        var limit = Math.Exp(-mean);
        var product = 1.0;
        for (var count = 0; ; count++)
        {
            product *= random.Uniform();
            if (product <= limit) return count;
        }
    }

    /// <summary>A negative binomial draw, as a gamma mixture of Poissons: variance mean + mean² / size.</summary>
    public static int NegativeBinomial(this RandomStream random, double mean, double size) =>
        random.Poisson(mean * random.Gamma(size) / size);

    /// <summary>A binomial draw, as a sum of trials.</summary>
    public static int Binomial(this RandomStream random, int trials, double probability)
    {
        var count = 0;
        for (var i = 0; i < trials; i++)
        {
            if (random.Chance(probability)) count++;
        }

        return count;
    }
}
