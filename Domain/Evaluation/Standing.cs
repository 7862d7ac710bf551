namespace CommunityDemand.Domain.Evaluation;

/// <summary>Where an area stands beside the city: off it only if chance hardly explains it and it matters.</summary>
public enum Standing
{
    /// <summary>No worse and no better than chance, or than matters.</summary>
    Average,

    /// <summary>Below the city.</summary>
    Weak,

    /// <summary>Above the city.</summary>
    Strong,
}
