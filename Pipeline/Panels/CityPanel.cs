using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Series;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>What a run forecasts from.</summary>
/// <param name="Panel">Daily demand of each community x service up to the origin, keyed by <see cref="CitySchema"/>.</param>
/// <param name="Areas">The city's tree.</param>
/// <param name="Services">The catalogue, with what uploads add to it.</param>
/// <param name="Origin">The last day.</param>
/// <param name="Days">Days with any usage.</param>
/// <param name="Warnings">What a planner should know of the facts.</param>
internal sealed record CityPanel(Panel Panel, AreaTree Areas, ServiceCatalogue Services, DateOnly Origin, int Days, IReadOnlyList<Message> Warnings)
{
    /// <summary>The series' keys, in the panel's order.</summary>
    public IEnumerable<SeriesKey> Keys => CitySchema.Keys(Panel);
}
