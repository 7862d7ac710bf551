namespace CommunityDemand.Pipeline.Publish;

/// <summary>How earlier published forecasts of a level, for a service or several, fared against what came.</summary>
/// <param name="Level">Level of the areas.</param>
/// <param name="Horizons">Days ahead, <c>01-07</c> and so on.</param>
/// <param name="From">First day compared.</param>
/// <param name="To">Last day compared.</param>
/// <param name="Forecasts">Number of daily forecasts compared.</param>
/// <param name="Mase">Mean absolute scaled error (Hyndman and Koehler 2006), scale: seasonal naive at 7 days; null where no area has one.</param>
/// <param name="Wape">Sum of absolute errors / sum of actuals; null where nobody came.</param>
/// <param name="Bias">(Sum of forecasts - sum of actuals) / sum of actuals; null where nobody came.</param>
/// <param name="Coverage80">Share of actuals inside the 80% interval.</param>
/// <param name="Coverage95">Share of actuals inside the 95% interval.</param>
internal sealed record AccuracyRow(
    string Level,
    ServiceScope Scope,
    string Horizons,
    DateOnly From,
    DateOnly To,
    int Forecasts,
    double? Mase,
    double? Wape,
    double? Bias,
    double Coverage80,
    double Coverage95);
