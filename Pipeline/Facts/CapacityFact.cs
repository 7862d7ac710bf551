namespace CommunityDemand.Pipeline.Facts;

/// <summary>What can be served a day from a day on, until a later row for the same community and service.</summary>
/// <param name="DailyCapacity">Person-visits a day.</param>
public sealed record CapacityFact(
    string Community,
    string Service,
    DateOnly From,
    double DailyCapacity,
    double? Staff,
    double? TrainedStaff,
    double? Facilities,
    double? Funding);
