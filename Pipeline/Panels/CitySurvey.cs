using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>What a run knows of its city before usage and feedback are read.</summary>
/// <param name="Window">The days of its panel.</param>
/// <param name="Areas">The city's tree, with the communities that report usage in these days.</param>
/// <param name="Services">The catalogue, with what uploads add to it.</param>
/// <param name="Calendar">The city's calendar.</param>
/// <param name="Facts">The facts of the small datasets.</param>
internal sealed record CitySurvey(HistoryWindow Window, AreaTree Areas, ServiceCatalogue Services, CityCalendar Calendar, KeyedFacts Facts);

/// <summary>The days of a panel, both ends included.</summary>
internal readonly record struct HistoryWindow(DateOnly First, DateOnly Last)
{
    public int Count => Last.DayNumber - First.DayNumber + 1;
}
