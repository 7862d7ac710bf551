namespace CommunityDemand.Domain.Catalogue;

/// <summary>One entry of the service catalogue.</summary>
/// <param name="Code">The code that uploads use, such as <c>day-care</c>.</param>
/// <param name="NameEn">English name.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NeedClass">Class of need that the service answers.</param>
/// <param name="SupplyType">Type of supply.</param>
/// <param name="ElderlySensitive">Whether demand for the service follows the share of residents aged 60 and over.</param>
/// <param name="ResponseTargetMinutes">Minutes within which a request should be answered.</param>
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
    /// A service that appears in usage rows but not in the catalogue. The code serves as both names; the service counts as basic supply
    /// for basic living until a <c>services</c> upload describes it.
    /// </summary>
    public static Service Undescribed(string code) => new(code, code, code, NeedClass.BasicLiving, SupplyType.Basic);
}
