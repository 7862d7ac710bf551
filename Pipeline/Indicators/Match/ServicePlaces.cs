using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Match;

/// <summary>Grouping of values by community and service into every area and service scope that contains them.</summary>
internal static class ServicePlaces
{
    /// <summary>Groups the values; communities outside the tree are left out.</summary>
    public static ILookup<(Area Area, ServiceScope Scope), T> Gather<T>(
        IndicatorScope scope, IEnumerable<KeyValuePair<(string Community, string Service), T>> known) => known
        .SelectMany(one => scope.AreasOf(one.Key.Community), (one, area) => (one, area))
        .SelectMany(
            pair => scope.ScopesOf(pair.one.Key.Service),
            (pair, services) => (Place: (pair.area, services), pair.one.Value))
        .ToLookup(pair => pair.Place, pair => pair.Value);
}
