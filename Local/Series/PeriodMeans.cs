using CommunityDemand.Models.Panels;

namespace CommunityDemand.Local.Series;

/// <summary>Mean by period of a column that is known ahead, of one series. A period without a row has no value.</summary>
internal sealed class PeriodMeans
{
    private readonly SortedDictionary<int, (double Sum, int Count)> _periods = [];

    public void Add(int period, double value)
    {
        var (sum, count) = _periods.GetValueOrDefault(period);
        _periods[period] = (sum + value, count + 1);
    }

    /// <summary>A step wherever the value changes, and where it ends.</summary>
    /// <param name="first">First period of the panel.</param>
    public IReadOnlyList<FeatureStep> Steps(int first)
    {
        var steps = new List<FeatureStep>();
        var next = 0;
        foreach (var (period, (sum, count)) in _periods)
        {
            if (steps.Count > 0 && period > next) Step(steps, next - first, float.NaN);
            Step(steps, period - first, (float)(sum / count));
            next = period + 1;
        }

        Step(steps, next - first, float.NaN);
        return steps;
    }

    private static void Step(List<FeatureStep> steps, int period, float value)
    {
        if (steps.Count == 0 || !steps[^1].Value.Equals(value)) steps.Add(new FeatureStep(period, value));
    }
}
