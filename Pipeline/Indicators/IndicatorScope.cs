using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>What a run's indicators are computed over.</summary>
/// <param name="Origin">The last day that counts: facts of later days are not looked at.</param>
/// <param name="Areas">The city's tree. Facts on communities that it does not know have no place in any table.</param>
/// <param name="Services">The catalogue, with what uploads add to it.</param>
/// <param name="Facts">The facts of the small datasets.</param>
internal sealed record IndicatorScope(DateOnly Origin, AreaTree Areas, ServiceCatalogue Services, KeyedFacts Facts)
{
    /// <summary>The service scopes that a service counts in, itself first.</summary>
    public ServiceScope[] ScopesOf(string service) => ServiceScope.Containing(service, Services[service].NeedClass.Code());

    /// <summary>The areas that a community lies in, itself first, the city last; none for a community that the tree does not know.</summary>
    public IEnumerable<Area> AreasOf(string community)
    {
        if (!Areas.TryGet(AreaLevel.Community, community, out var area)) yield break;
        for (var step = area; step is not null; step = Areas.ParentOf(step)) yield return step;
    }
}
