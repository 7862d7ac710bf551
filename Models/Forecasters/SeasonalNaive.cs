namespace CommunityDemand.Models.Forecasters;

/// <summary>The last known value of the same phase: the benchmark for all other forecasts.</summary>
internal sealed class SeasonalNaive : IForecaster
{
    public const string MemberName = "seasonal_naive";

    public string Name => MemberName;

    public bool TryForecast(in SeriesWindow window, Span<double> mean)
    {
        for (var h = 0; h < mean.Length; h++)
        {
            var t = window.Length + h - window.Season;
            while (t >= window.Length || (t >= 0 && double.IsNaN(window.Values[t]))) t -= window.Season;
            mean[h] = t >= 0 ? window.Values[t] : LastKnown(window.Values);
        }

        return true;
    }

    private static double LastKnown(ReadOnlySpan<double> values)
    {
        for (var t = values.Length - 1; t >= 0; t--)
        {
            if (!double.IsNaN(values[t])) return values[t];
        }

        return 0;
    }
}
