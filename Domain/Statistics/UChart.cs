using MathNet.Numerics.Distributions;

namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// A u-chart: events per unit of opportunity, period by period, with three-sigma limits (Montgomery 2009, <i>Introduction to Statistical
/// Quality Control</i>, 6th edition, section 7.3.1). Where periods vary by more than Poisson chance, the chart uses the limits of Laney's
/// u' chart (Laney 2002, "Improved control charts for attributes", <i>Quality Engineering</i> 14(4)): wider by the spread of the
/// standardised rates, estimated from their moving range.
/// </summary>
public sealed class UChart
{
    /// <summary>Minimum number of periods for limits.</summary>
    public const int FewestPeriods = 4;

    private const double Sigmas = 3;

    /// <summary>Mean range of two normal values with variance 1: d2 for n = 2 (Montgomery, appendix VI).</summary>
    private const double MovingRangeConstant = 1.128;

    private const double Overdispersed = 0.05;

    /// <summary>Probability of a normal value beyond three sigmas, on one side.</summary>
    private const double Tail = 0.00135;

    private UChart(double centre, double spread) => (Centre, Spread) = (centre, spread);

    /// <summary>Events per unit over all periods.</summary>
    public double Centre { get; }

    /// <summary>Factor by which limits are widened: 1 for a plain u-chart, above 1 for u'.</summary>
    public double Spread { get; }

    /// <summary>Draws the chart; null for fewer than <see cref="FewestPeriods"/> periods with opportunity, or without any event.</summary>
    /// <param name="periods">Periods in their order; periods without opportunity are left out.</param>
    /// <exception cref="ArgumentException">A number is below 0 or not finite.</exception>
    public static UChart? Draw(IEnumerable<UPeriod> periods)
    {
        var known = periods.Where(period => period.Opportunity > 0).ToArray();
        if (known.Length < FewestPeriods || known.Sum(period => period.Events) == 0) return null;
        var centre = known.Sum(period => period.Events) / known.Sum(period => period.Opportunity);
        var z = Array.ConvertAll(known, period => (period.Rate - centre) / Math.Sqrt(centre / period.Opportunity));
        var dispersion = z.Sum(value => value * value);
        var isOverdispersed = 1 - ChiSquared.CDF(known.Length - 1, dispersion) < Overdispersed;
        var ranges = z.Skip(1).Zip(z, (after, before) => Math.Abs(after - before)).Average();
        return new UChart(centre, isOverdispersed ? Math.Max(1, ranges / MovingRangeConstant) : 1);
    }

    /// <summary>Lower and upper limit of the rate of a period, in events per unit; the lower limit is never below 0.</summary>
    public (double Lower, double Upper) Limits(UPeriod period)
    {
        var width = Sigmas * Spread * Math.Sqrt(Centre / period.Opportunity);
        return (Math.Max(0, Centre - width), Centre + width);
    }

    /// <summary>
    /// Whether a period is out of control: beyond a limit, and also too far for a Poisson count. The second condition matters for small
    /// counts, which cross the normal limits too often (Montgomery, section 7.3.3).
    /// </summary>
    public bool IsOutOfControl(UPeriod period)
    {
        if (!(period.Opportunity > 0)) return false;
        var (lower, upper) = Limits(period);
        var expected = Centre * period.Opportunity;
        if (period.Rate > upper) return 1 - Poisson.CDF(expected, period.Events - 1) < Tail;
        return period.Rate < lower && Poisson.CDF(expected, period.Events) < Tail;
    }
}

/// <summary>A period of a u-chart.</summary>
public readonly record struct UPeriod
{
    /// <param name="events">Number of events.</param>
    /// <param name="opportunity">Units of opportunity, such as thousands of visits.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 0 or not finite.</exception>
    public UPeriod(int events, double opportunity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfNegative(opportunity);
        if (!double.IsFinite(opportunity)) throw new ArgumentOutOfRangeException(nameof(opportunity));
        (Events, Opportunity) = (events, opportunity);
    }

    public double Events { get; }

    public double Opportunity { get; }

    /// <summary>Events per unit; NaN without opportunity.</summary>
    public double Rate => Events / Opportunity;
}
