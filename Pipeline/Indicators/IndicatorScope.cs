using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>Scope of a run's indicators.</summary>
/// <param name="Origin">Last day that counts; later facts are ignored.</param>
/// <param name="Areas">Area tree of the city. Facts of other communities do not appear in any table.</param>
/// <param name="Services">Service catalogue, including uploaded services.</param>
/// <param name="Facts">Facts of the small datasets.</param>
internal sealed record IndicatorScope(DateOnly Origin, AreaTree Areas, ServiceCatalogue Services, KeyedFacts Facts)
{
    /// <summary>Service scopes that contain a service, the service itself first.</summary>
    public ServiceScope[] ScopesOf(string service) => ServiceScope.Containing(service, Services[service].NeedClass.Code());

    /// <summary>Areas that contain a community, the community first, the city last; empty for a community outside the tree.</summary>
    public IEnumerable<Area> AreasOf(string community)
    {
        if (!Areas.TryGet(AreaLevel.Community, community, out var area)) yield break;
        for (var step = area; step is not null; step = Areas.ParentOf(step)) yield return step;
    }
}
