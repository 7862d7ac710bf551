using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Benchmarks.Scale.City;

/// <summary>
/// Draws one series: a level that drifts and wanders under its service's season, and counts around it. Some are intermittent, begin late,
/// close, or have days that nobody reported.
/// </summary>
internal sealed class DemandProcess
{
    private const double Intermittent = 0.12;
    private const double LateStarter = 0.04;
    private const double Closing = 0.02;
    private const double Unreported = 0.05;
    private const double UnreportedShare = 0.02;

    private const double WanderKept = 0.98;
    private const double WanderStep = 0.02;

    /// <summary>
    /// Above it a count is drawn from the normal distribution of the same mean and variance: quick, and at that size alike.
    /// </summary>
    private const double LargeMean = 60;

    private readonly ServiceProfile _service;
    private readonly RandomStream _random;
    private readonly double _level;
    private readonly double _growth;
    private readonly double _unreported;

    /// <param name="community">Size of the community, 1 in the mean.</param>
    /// <param name="periodsOfYear">365 for days, 12 for months.</param>
    public DemandProcess(ServiceProfile service, double community, int periodsOfYear, RandomStream random)
    {
        (_service, _random) = (service, random);
        _level = service.Level * community * random.LogNormal(0.6);
        if (random.Chance(Intermittent)) _level = service.Level / Math.Max(1, service.Level) * random.Between(0.05, 0.5);
        _growth = Math.Exp((0.03 + (0.08 * random.Normal())) / periodsOfYear);
        _unreported = random.Chance(Unreported) ? UnreportedShare : 0;
    }

    /// <summary>Writes a value a period, NaN where not known.</summary>
    /// <returns>The first period at which the series is closed; null while it is open.</returns>
    public int? Write(Span<double> values)
    {
        var first = _random.Chance(LateStarter) ? _random.Below(2 * values.Length / 3) : 0;
        int? closed = _random.Chance(Closing) ? (values.Length / 2) + _random.Below(values.Length / 2) : null;
        if (closed <= first) closed = null;
        values.Fill(double.NaN);
        var (level, wander) = (_level, 0.0);
        for (var t = first; t < (closed ?? values.Length); t++)
        {
            level *= _growth;
            wander = (WanderKept * wander) + (WanderStep * _random.Normal());
            if (_unreported > 0 && _random.Chance(_unreported)) continue;
            values[t] = Count(level * Math.Max(0.2, 1 + wander) * _service.Season[t]);
        }

        return closed;
    }

    private double Count(double mean) => mean < LargeMean
        ? _random.NegativeBinomial(mean, _service.Size)
        : Math.Round(Math.Max(0, mean + (_random.Normal() * Math.Sqrt(mean + (mean * mean / _service.Size)))));
}
