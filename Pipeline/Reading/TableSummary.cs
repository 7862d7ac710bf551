namespace CommunityDemand.Pipeline.Reading;

/// <summary>One public table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Rows that readers see: of the current run where rows are a run's.</param>
/// <param name="Run">That run; null where rows are no run's, or none is published.</param>
public sealed record TableSummary(string Name, long Rows, string? Run);
