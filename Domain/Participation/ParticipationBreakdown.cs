namespace CommunityDemand.Domain.Participation;

/// <summary>By what participants are told apart.</summary>
public enum ParticipationBreakdown
{
    /// <summary>By nothing: all of them.</summary>
    Total,

    /// <summary>By channel.</summary>
    Channel,

    /// <summary>By mode.</summary>
    Mode,
}
