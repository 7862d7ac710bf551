namespace CommunityDemand.Domain.Catalogue;

/// <summary>One entry of the service catalogue.</summary>
/// <param name="Code">The code that uploads use, such as <c>day-care</c>.</param>
/// <param name="NameEn">English name.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NeedClass">Which need it answers.</param>
/// <param name="SupplyType">How it is supplied.</param>
/// <param name="ElderlySensitive">Whether its demand follows the share of residents aged 60 and over.</param>
/// <param name="ResponseTargetMinutes">Within how many minutes a request should be answered.</param>
public sealed record Service(
    string Code,
    string NameEn,
    string NameZh,
    NeedClass NeedClass,
    SupplyType SupplyType,
    bool ElderlySensitive = false,
    int ResponseTargetMinutes = Service.DefaultResponseTargetMinutes)
{
    /// <summary>The handbook's response target.</summary>
    public const int DefaultResponseTargetMinutes = 30;

    /// <summary>
    /// A service that usage names but no catalogue describes: its code stands for its names, and it counts as a basic supply for basic
    /// living until a <c>services</c> upload says otherwise.
    /// </summary>
    public static Service Undescribed(string code) => new(code, code, code, NeedClass.BasicLiving, SupplyType.Basic);
}
