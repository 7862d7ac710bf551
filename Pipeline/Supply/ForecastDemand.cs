using System.Collections;
using CommunityDemand.Domain.Supply;

namespace CommunityDemand.Pipeline.Supply;

/// <summary>
/// Distributions of a series, each created on request: all distributions of a large city together would need more memory than its
/// forecasts.
/// </summary>
internal sealed class ForecastDemand(double[] mean, double[] lower95, double[] lower80, double[] upper80, double[] upper95)
    : IReadOnlyList<PredictiveDistribution>
{
    public int Count => mean.Length;

    public PredictiveDistribution this[int day] => new(mean[day], lower95[day], lower80[day], upper80[day], upper95[day]);

    public IEnumerator<PredictiveDistribution> GetEnumerator()
    {
        for (var day = 0; day < Count; day++) yield return this[day];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
