namespace CommunityDemand.Domain.Geography;

/// <summary>Levels of a city's area tree, from fine to coarse.</summary>
public enum AreaLevel
{
    /// <summary>社区</summary>
    Community,

    /// <summary>街道</summary>
    Subdistrict,

    /// <summary>区</summary>
    District,

    /// <summary>市</summary>
    City,
}
