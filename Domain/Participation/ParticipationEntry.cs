namespace CommunityDemand.Domain.Participation;

/// <summary>A count of participants as uploads give it, of one community and date.</summary>
/// <param name="Participants">Persons, 0 or more.</param>
/// <param name="Channel">Through what they took part; null if the row does not say.</param>
/// <param name="Mode">Such as online; null if the row does not say.</param>
/// <param name="Eligible">How many could have taken part, whatever the channel; null if the row does not say.</param>
public sealed record ParticipationEntry(double Participants, string? Channel, string? Mode, double? Eligible)
{
    /// <summary>Whether it counts all who took part: it names neither channel nor mode.</summary>
    public bool IsTotal => Channel is null && Mode is null;
}
