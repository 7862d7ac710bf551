using CommunityDemand.Models.Forecasters;

namespace CommunityDemand.Benchmarks.Experiments;

/// <summary>
/// Croston's method as he published it (1972, "Forecasting and stock control for intermittent demands"): smoothed size over smoothed
/// interval, biased upwards. The engine has its corrections alone.
/// </summary>
internal sealed class Croston : Intermittent
{
    public override string Name => "croston";

    protected override (double Rate, double Squares) Run(ReadOnlySpan<double> values, double alpha)
    {
        var (size, interval, gap, squares, started) = (0.0, 1.0, 1, 0.0, false);
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            if (started) squares += (value - (size / interval)) * (value - (size / interval));
            if (value <= 0)
            {
                gap++;
                continue;
            }

            (size, interval) = started ? (size + (alpha * (value - size)), interval + (alpha * (gap - interval))) : (value, gap);
            (gap, started) = (1, true);
        }

        return (size / interval, squares);
    }
}
