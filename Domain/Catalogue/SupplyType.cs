namespace CommunityDemand.Domain.Catalogue;

/// <summary>The handbook's three types of supply.</summary>
public enum SupplyType
{
    /// <summary>基础型</summary>
    Basic,

    /// <summary>专业型</summary>
    Professional,

    /// <summary>数字型</summary>
    Digital,
}
