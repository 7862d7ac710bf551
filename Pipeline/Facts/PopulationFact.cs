namespace CommunityDemand.Pipeline.Facts;

/// <summary>Residents of a community on a day, in persons (households: in households).</summary>
public sealed record PopulationFact(
    string Community,
    DateOnly Date,
    double Population,
    double? Age60Plus,
    double? Age65Plus,
    double? Age15To35,
    double? Disabled,
    double? LowIncome,
    double? Children,
    double? Households);
