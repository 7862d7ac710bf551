namespace CommunityDemand.Domain.Participation;

/// <summary>Breakdowns of participants.</summary>
public enum ParticipationBreakdown
{
    /// <summary>No breakdown: all participants.</summary>
    Total,

    /// <summary>Participants by channel.</summary>
    Channel,

    /// <summary>Participants by mode.</summary>
    Mode,
}
