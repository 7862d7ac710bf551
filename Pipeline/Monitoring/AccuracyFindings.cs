using CommunityDemand.Pipeline.Publishing;

namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>How earlier forecasts fared.</summary>
/// <param name="Rows">Rows of table <c>ForecastAccuracy</c>.</param>
/// <param name="Drifts">Areas' services that drift.</param>
/// <param name="Charts">Areas' services watched.</param>
internal sealed record AccuracyFindings(IReadOnlyList<ForecastAccuracyRow> Rows, IReadOnlyList<DriftFinding> Drifts, int Charts)
{
    public static AccuracyFindings None { get; } = new([], [], 0);
}
