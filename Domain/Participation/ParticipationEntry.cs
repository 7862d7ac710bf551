namespace CommunityDemand.Domain.Participation;

/// <summary>An uploaded count of participants of one community and date.</summary>
/// <param name="Participants">Participants, 0 or more.</param>
/// <param name="Channel">Channel of participation; null if the row gives none.</param>
/// <param name="Mode">Mode of participation, such as online; null if the row gives none.</param>
/// <param name="Eligible">Residents who could have taken part, over all channels; null if the row gives no number.</param>
public sealed record ParticipationEntry(double Participants, string? Channel, string? Mode, double? Eligible)
{
    /// <summary>Whether the row counts all participants: it has neither channel nor mode.</summary>
    public bool IsTotal => Channel is null && Mode is null;
}
