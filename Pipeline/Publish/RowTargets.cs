using CommunityDemand.Domain.Geography;

namespace CommunityDemand.Pipeline.Publish;

/// <summary>Which rows count a community's service.</summary>
internal static class RowTargets
{
    /// <summary>Its area and those above, by its service, need class and all.</summary>
    public static IEnumerable<(AreaLevel Level, string Area, ServiceScope Scope)> Of(
        string city, string district, string subdistrict, string community, string needClass, string service)
    {
        foreach (var scope in (ServiceScope[])[ServiceScope.OfService(service), ServiceScope.OfNeedClass(needClass), ServiceScope.All])
        {
            yield return (AreaLevel.Community, community, scope);
            yield return (AreaLevel.Subdistrict, subdistrict, scope);
            yield return (AreaLevel.District, district, scope);
            yield return (AreaLevel.City, city, scope);
        }
    }
}
