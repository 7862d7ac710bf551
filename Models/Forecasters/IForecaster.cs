namespace CommunityDemand.Models.Forecasters;

/// <summary>A forecaster of one series from its own history.</summary>
internal interface IForecaster
{
    /// <summary>Name of the forecaster in the outputs; part of the contract of the tables.</summary>
    string Name { get; }

    /// <summary>Writes the expected value of each period of the horizon (0 or more, finite).</summary>
    /// <returns>
    /// False, with <paramref name="mean"/> unchanged, where the method cannot serve the series (too short, or not intermittent).
    /// </returns>
    bool TryForecast(in SeriesWindow window, Span<double> mean);
}
