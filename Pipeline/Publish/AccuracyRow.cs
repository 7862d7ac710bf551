using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Monitoring;

namespace CommunityDemand.Pipeline.Publish;

/// <summary>How earlier published forecasts of an area, or of all areas of a level, for a service or several, fared against what came.</summary>
/// <param name="Area">The area's code; null for all of the level.</param>
/// <param name="Horizons">Days ahead, <c>01-07</c> and so on.</param>
/// <param name="From">First day compared.</param>
/// <param name="To">Last day compared.</param>
/// <param name="Forecasts">Number of daily forecasts compared.</param>
/// <param name="MeanError">Mean of forecast - actual, in person-visits.</param>
/// <param name="Mae">Mean absolute error, in person-visits.</param>
/// <param name="Mase">Mean absolute scaled error (Hyndman and Koehler 2006), scale: seasonal naive at 7 days; null where no area has one.</param>
/// <param name="Rmsse">Root mean squared scaled error, the mean over areas; null where no area has a scale.</param>
/// <param name="Wape">Sum of absolute errors / sum of actuals; null where nobody came.</param>
/// <param name="Bias">(Sum of forecasts - sum of actuals) / sum of actuals; null where nobody came.</param>
/// <param name="Coverage80">Share of actuals inside the 80% interval.</param>
/// <param name="Coverage95">Share of actuals inside the 95% interval.</param>
/// <param name="Expected">The same as the backtest had it for the level and these days ahead; null where it is not known.</param>
/// <param name="Drift">Where the area's demand has run away from its forecasts; null where it has not.</param>
/// <param name="Signal">How far the drift chart has come to its limit, 1; null where there is no chart.</param>
/// <param name="Drifting">Of all areas of a level: how many drift.</param>
internal sealed record AccuracyRow(
    AreaLevel Level,
    string? Area,
    ServiceScope Scope,
    string Horizons,
    DateOnly From,
    DateOnly To,
    int Forecasts,
    double MeanError,
    double Mae,
    double? Mase,
    double? Rmsse,
    double? Wape,
    double? Bias,
    double Coverage80,
    double Coverage95,
    ExpectedMeasures? Expected = null,
    Drift? Drift = null,
    double? Signal = null,
    int Drifting = 0);
