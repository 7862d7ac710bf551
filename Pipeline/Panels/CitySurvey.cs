using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>Properties of a city before usage and feedback are read.</summary>
/// <param name="Window">Days of the panel, and the frequency of the city.</param>
/// <param name="Areas">Area tree of the city, including communities that report usage in these days.</param>
/// <param name="Services">Service catalogue, including uploaded services.</param>
/// <param name="Calendar">Calendar of the city.</param>
/// <param name="Facts">Facts of the small datasets.</param>
internal sealed record CitySurvey(HistoryWindow Window, AreaTree Areas, ServiceCatalogue Services, CityCalendar Calendar, KeyedFacts Facts);
