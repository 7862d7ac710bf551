using CommunityDemand.Pipeline.Publishing;

namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>Accuracy of earlier forecasts.</summary>
/// <param name="Rows">Rows of table <c>ForecastAccuracy</c>.</param>
/// <param name="Drifts">Services of areas that drift.</param>
/// <param name="Charts">Number of watched services of areas.</param>
internal sealed record AccuracyFindings(IReadOnlyList<ForecastAccuracyRow> Rows, IReadOnlyList<DriftFinding> Drifts, int Charts)
{
    public static AccuracyFindings None { get; } = new([], [], 0);
}
