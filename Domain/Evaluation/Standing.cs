namespace CommunityDemand.Domain.Evaluation;

/// <summary>
/// Standing of an area compared with the city. An area is weak or strong only if the difference is both larger than chance and large
/// enough to matter.
/// </summary>
public enum Standing
{
    /// <summary>The difference from the city is small, or chance explains it.</summary>
    Average,

    /// <summary>The area is below the city.</summary>
    Weak,

    /// <summary>The area is above the city.</summary>
    Strong,
}
