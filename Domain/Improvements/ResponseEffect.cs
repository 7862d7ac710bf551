namespace CommunityDemand.Domain.Improvements;

/// <summary>
/// Effect of a measure on response minutes, as a ratio of ratios of means: difference in differences of logarithms, service by service.
/// Services are kept apart because, for example, phone calls and home visits have different means and their mix changes. The weight of a
/// service follows from its responses on both sides (harmonic mean, as in Mantel and Haenszel 1959, Journal of the National Cancer
/// Institute 22). <see cref="ChangeSpread"/> gives the variance and the interval.
/// </summary>
public static class ResponseEffect
{
    /// <summary>Minimum number of responses to a service on each side.</summary>
    public const int FewestResponses = 10;

    /// <summary>Minimum number of weeks with a response on each side, to show how much weeks differ.</summary>
    public const int FewestWeeks = 5;

    /// <summary>Estimates the effect; null where no service has enough responses, or too few controls have.</summary>
    /// <param name="community">Times of each service in the community, before and after the measure.</param>
    /// <param name="controls">Times of each service in each control, before and after the measure.</param>
    /// <returns>An effect in minutes, for the weighted mean over the services of the community.</returns>
    public static EffectEstimate? Estimate(
        IReadOnlyDictionary<string, (ServiceTimes Before, ServiceTimes After)> community,
        IReadOnlyList<IReadOnlyDictionary<string, (ServiceTimes Before, ServiceTimes After)>> controls)
    {
        var weights = community
            .Where(service => HasEnough(service.Value))
            .ToDictionary(
                service => service.Key, service => 1 / ((1 / service.Value.Before.Responses) + (1 / service.Value.After.Responses)));
        var compared = controls.Select(control => Change.Of(control, weights)).OfType<Change>().ToArray();
        if (Change.Of(community, weights) is not { } own || compared.Length < ChangeSpread.FewestControls) return null;

        var spread = ChangeSpread.Fit([.. compared.Select(change => (change.Log, change.Variance))])!.Value;
        var log = own.Log - spread.Mean;
        var margin = spread.Quantile * Math.Sqrt(spread.VarianceOf(own.Variance));
        var without = own.Before * Math.Exp(spread.Mean);
        var relative = new Interval(Math.Exp(log) - 1, Math.Exp(log - margin) - 1, Math.Exp(log + margin) - 1);
        var byPrecision = compared.Select(change => 1 / spread.VarianceOf(change.Variance)).ToArray();
        return new EffectEstimate(
            own.Before,
            own.Before * Math.Exp(own.Log),
            compared.Zip(byPrecision, (change, weight) => change.Before * weight).Sum() / byPrecision.Sum(),
            compared.Zip(byPrecision, (change, weight) => change.Before * Math.Exp(change.Log) * weight).Sum() / byPrecision.Sum(),
            new Interval(without * relative.Estimate, without * relative.Lower, without * relative.Upper),
            relative,
            null,
            compared.Length,
            new NormalLogEffect(log, (spread.Scale * own.Variance) + spread.Between, spread.MeanVariance, spread.Freedom));
    }

    private static bool HasEnough((ServiceTimes Before, ServiceTimes After) service) =>
        HasEnough(service.Before) && HasEnough(service.After);

    private static bool HasEnough(ServiceTimes times) =>
        times.Responses >= FewestResponses && times.Weeks >= FewestWeeks && times.Minutes > 0 && times.LogVariance > 0;

    /// <summary>Change of log minutes over the services of a community, and the geometric mean before the measure.</summary>
    private sealed record Change(double Log, double Variance, double Before)
    {
        public static Change? Of(
            IReadOnlyDictionary<string, (ServiceTimes Before, ServiceTimes After)> services, Dictionary<string, double> weights)
        {
            var (all, log, variance, before) = (0.0, 0.0, 0.0, 0.0);
            foreach (var (service, weight) in weights)
            {
                if (!services.TryGetValue(service, out var times) || !HasEnough(times)) continue;
                all += weight;
                log += weight * Math.Log(times.After.Mean / times.Before.Mean);
                variance += weight * weight * (times.Before.LogVariance + times.After.LogVariance);
                before += weight * Math.Log(times.Before.Mean);
            }

            return all > 0 ? new Change(log / all, variance / all / all, Math.Exp(before / all)) : null;
        }
    }
}
