using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
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
    private const int DaysOfQuarter = 91;
    private const int MonthsOfQuarter = 3;

    /// <summary>Periods of the city's figures.</summary>
    public Cadence Cadence { get; init; } = Cadence.Daily;

    public CityCalendar Calendar { get; init; } = CityCalendar.China;

    /// <summary>First day of the last 13 weeks, or of the last three months where the city counts by month.</summary>
    public DateOnly FirstOfQuarter => Cadence.Frequency == Frequency.Monthly
        ? Origin.AddDays(1).AddMonths(-MonthsOfQuarter)
        : Origin.AddDays(1 - DaysOfQuarter);

    /// <summary>Service scopes that contain a service, the service itself first.</summary>
    public ServiceScope[] ScopesOf(string service) => ServiceScope.Containing(service, Services[service].NeedClass.Code());

    /// <summary>Areas that contain a community, the community first, the city last; empty for a community outside the tree.</summary>
    public IEnumerable<Area> AreasOf(string community)
    {
        if (!Areas.TryGet(AreaLevel.Community, community, out var area)) yield break;
        for (var step = area; step is not null; step = Areas.ParentOf(step)) yield return step;
    }
}
