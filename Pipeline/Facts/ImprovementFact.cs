namespace CommunityDemand.Pipeline.Facts;

/// <summary>A measure taken to improve a service.</summary>
public sealed record ImprovementFact(
    string Community,
    DateOnly Start,
    string Measure,
    string? Service,
    double? Target,
    DateOnly? End);
