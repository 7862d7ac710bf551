namespace CommunityDemand.Models.Forecasters;

/// <summary>A forecaster of one series from its own past.</summary>
internal interface IForecaster
{
    /// <summary>Name in the outputs; part of the tables' contract.</summary>
    string Name { get; }

    /// <summary>Writes the expected value of each period of the horizon (0 or more, finite).</summary>
    /// <returns>
    /// False, with <paramref name="mean"/> untouched, where the method can't serve the series (too short, not intermittent).
    /// </returns>
    bool TryForecast(in SeriesWindow window, Span<double> mean);
}
