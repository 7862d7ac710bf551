using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Match;

/// <summary>Gathers what is known of each community's services for every area and service scope that they lie in.</summary>
internal static class ServicePlaces
{
    /// <summary>Communities that the tree does not know have no place.</summary>
    public static ILookup<(Area Area, ServiceScope Scope), T> Gather<T>(
        IndicatorScope scope, IEnumerable<KeyValuePair<(string Community, string Service), T>> known) => known
        .SelectMany(one => scope.AreasOf(one.Key.Community), (one, area) => (one, area))
        .SelectMany(
            pair => scope.ScopesOf(pair.one.Key.Service),
            (pair, services) => (Place: (pair.area, services), pair.one.Value))
        .ToLookup(pair => pair.Place, pair => pair.Value);
}
