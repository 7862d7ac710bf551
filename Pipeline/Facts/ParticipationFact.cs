namespace CommunityDemand.Pipeline.Facts;

/// <summary>Distinct residents who took part in community affairs in the period that starts on the date.</summary>
public sealed record ParticipationFact(
    string Community,
    DateOnly Date,
    double Participants,
    string? Channel,
    string? Mode,
    double? Eligible);
