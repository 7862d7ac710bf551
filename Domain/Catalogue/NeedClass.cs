namespace CommunityDemand.Domain.Catalogue;

/// <summary>The handbook's four classes of residents' needs.</summary>
public enum NeedClass
{
    /// <summary>基本生活</summary>
    BasicLiving,

    /// <summary>社会服务</summary>
    SocialServices,

    /// <summary>文化教育</summary>
    CultureAndEducation,

    /// <summary>特殊群体</summary>
    SpecialGroups,
}
