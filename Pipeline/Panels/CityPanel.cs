using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Series;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>Input of a run's forecasts.</summary>
/// <param name="Panel">Demand of each community x service by period up to the origin, with the keys of <see cref="CitySchema"/>.</param>
/// <param name="Areas">Area tree of the city.</param>
/// <param name="Services">Service catalogue, including uploaded services.</param>
/// <param name="Cadence">Periods of the panel.</param>
/// <param name="Origin">Last day.</param>
/// <param name="Periods">Number of periods with usage.</param>
/// <param name="Warnings">Warnings about the facts, for planners.</param>
internal sealed record CityPanel(
    Panel Panel, AreaTree Areas, ServiceCatalogue Services, Cadence Cadence, DateOnly Origin, int Periods,
    IReadOnlyList<Message> Warnings)
{
    /// <summary>Keys of the series, in the order of the panel.</summary>
    public IEnumerable<SeriesKey> Keys => CitySchema.Keys(Panel);
}
