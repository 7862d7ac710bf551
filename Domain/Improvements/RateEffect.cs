namespace CommunityDemand.Domain.Improvements;

/// <summary>
/// Effect of a measure on the rate of rare events such as complaints, as a ratio of rate ratios: difference in differences on the log
/// scale. Given the total events of both sides, the events after the measure are binomial with odds <c>visits after x ratio / visits
/// before</c> (the conditional test of two Poisson means: Przyborowski and Wilenski 1940, Biometrika 31). The method works without events
/// on a side and needs no correction for zeros. The interval consists of the ratios that a score test does not reject (Wilson 1927,
/// Journal of the American Statistical Association 22); the variance of the test includes the controls' variation beyond Poisson
/// (<see cref="ChangeSpread"/>).
/// </summary>
public static class RateEffect
{
    /// <summary>Minimum number of events on both sides together.</summary>
    public const int FewestEvents = 5;

    private const int Steps = 80;
    private const double FarLogit = 40;

    /// <summary>
    /// Estimates the effect; null where the community has fewer than <see cref="FewestEvents"/> events, or where there are too few
    /// controls.
    /// </summary>
    /// <returns>An effect in events per 1,000 visits; <see cref="EffectEstimate.Relative"/> is the rate ratio - 1.</returns>
    public static EffectEstimate? Estimate(EventRate before, EventRate after, IReadOnlyList<(EventRate Before, EventRate After)> controls)
    {
        var events = before.Events + after.Events;
        (EventRate Before, EventRate After)[] compared =
            [.. controls.Where(control => control.Before.Visits > 0 && control.After.Visits > 0
                && control.Before.Events + control.After.Events > 0)];
        if (events < FewestEvents || !(before.Visits > 0) || !(after.Visits > 0) || compared.Length < ChangeSpread.FewestControls)
            return null;

        var common = CommonLogRatio(compared);
        if (!double.IsFinite(common)) return null;
        var spread = ChangeSpread.Fit([.. compared.Select(control => OneStep(control.Before, control.After, common))])!.Value;
        var trend = common + spread.Mean;
        var offset = Math.Log(after.Visits / before.Visits) + trend;
        var ratio = Math.Exp(Math.Log((double)after.Events / before.Events) - offset);
        var lower = Math.Exp(Bound(events, after.Events, spread, -1) - offset);
        var upper = Math.Exp(Bound(events, after.Events, spread, 1) - offset);
        var without = before.PerThousand * Math.Exp(trend);
        var (controlBefore, controlAfter) =
            (Sum(compared.Select(control => control.Before)), Sum(compared.Select(control => control.After)));
        // Without events before the measure, only the ratio bounds the expected outcome, and the ratio has no upper end.
        return new EffectEstimate(
            before.PerThousand,
            after.PerThousand,
            controlBefore.PerThousand,
            controlAfter.PerThousand,
            new Interval(after.PerThousand - without, without * (lower - 1), without > 0 ? without * (upper - 1) : double.PositiveInfinity),
            new Interval(ratio - 1, lower - 1, upper - 1),
            null,
            compared.Length,
            new BinomialLogEffect(events, after.Events, offset, spread));
    }

    /// <summary>Logarithm of the common ratio after / before of all controls, by maximum likelihood.</summary>
    private static double CommonLogRatio((EventRate Before, EventRate After)[] controls)
    {
        if (controls.All(control => control.After.Events == 0) || controls.All(control => control.Before.Events == 0)) return double.NaN;
        var (low, high) = (-FarLogit, FarLogit);
        for (var i = 0; i < Steps; i++)
        {
            var middle = (low + high) / 2;
            var excess = controls.Sum(control =>
                control.After.Events - ((control.Before.Events + control.After.Events)
                    * Share(Math.Log(control.After.Visits / control.Before.Visits) + middle)));
            if (excess > 0) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    // Log ratio of one control minus the common one, to first order: finite even without events on one side.
    private static (double Change, double Variance) OneStep(EventRate before, EventRate after, double common)
    {
        var events = before.Events + after.Events;
        var share = Share(Math.Log(after.Visits / before.Visits) + common);
        var information = events * share * (1 - share);
        return ((after.Events - (events * share)) / information, 1 / information);
    }

    /// <summary>The log odds on one side of the estimate at which the score test starts to reject.</summary>
    private static double Bound(int events, int after, ChangeSpread spread, int side)
    {
        if (side < 0 ? after == 0 : after == events) return side * double.PositiveInfinity;
        var inside = after == 0 ? -FarLogit : after == events ? FarLogit : Math.Log((double)after / (events - after));
        var outside = side * FarLogit;
        for (var i = 0; i < Steps; i++)
        {
            var middle = (inside + outside) / 2;
            if (Math.Abs(Score(events, after, spread, middle)) > spread.Quantile) outside = middle;
            else inside = middle;
        }

        return inside;
    }

    private static double Score(int events, int after, ChangeSpread spread, double logit)
    {
        var share = Share(logit);
        var information = events * share * Share(-logit);
        return (after - (events * share)) / (information * Math.Sqrt(spread.VarianceOf(1 / information)));
    }

    private static double Share(double logit) => 1 / (1 + Math.Exp(-logit));

    private static EventRate Sum(IEnumerable<EventRate> rates) => rates.Aggregate((a, b) => a + b);
}

/// <summary>A number of events among visits.</summary>
public readonly record struct EventRate(int Events, double Visits)
{
    /// <summary>Events per 1,000 visits.</summary>
    public double PerThousand => 1000 * Events / Visits;

    public static EventRate operator +(EventRate a, EventRate b) => new(a.Events + b.Events, a.Visits + b.Visits);
}
