using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Match;

/// <summary>
/// The personal dimension of table <c>MatchDimensions</c>: whether special groups were served as well as all residents over the last 13
/// weeks, and whether their share of capacity matches their share of demand.
/// </summary>
internal sealed class PersonalIndicator : IFactIndicator
{
    /// <summary>
    /// Maximum number of groups, the largest of the city. Group names in uploads are free text, and a column of personal names must not
    /// become a table of persons.
    /// </summary>
    public const int MostGroups = 20;

    public PlacedTable Table => MatchDimensionsRow.Table;

    public FactTally Begin(IndicatorScope scope)
    {
        var (from, to) = (scope.FirstOfQuarter, scope.Origin);
        var capacities = CapacitySteps.Of(scope.Facts.Capacity).ToDictionary(steps => (steps.Community, steps.Service));
        var tallies = new Dictionary<(string Community, string Service), PersonalTally>();
        PersonalTally Of((string Community, string Service) key) =>
            tallies.TryGetValue(key, out var tally) ? tally : tallies[key] = new(scope.Services[key.Service]);

        foreach (var (key, steps) in capacities)
        {
            if (!scope.Areas.TryGetCommunity(key.Community, out var community)) continue;
            for (var day = from; day <= to; day = day.AddDays(1))
            {
                // Capacity of a community that no longer exists, or does not exist yet, serves nobody.
                if (steps.At(day) is { } step && community.ExistsOn(day)) Of(key).Capacity += step.Daily * OpenShare(scope, day, step);
            }
        }

        return new FactTally(() => Rows(scope, tallies, new PersonalMeasures(from, to)))
        {
            Usage = new(from, fact =>
            {
                var key = (fact.Community, fact.Service);
                Of(key).Add(fact, capacities.TryGetValue(key, out var steps) && steps.On(fact.Date) is not null);
            }),
        };
    }

    // A city that counts by day has demand on every day; of others the open days alone can serve.
    private static double OpenShare(IndicatorScope scope, DateOnly day, CapacityStep step) => scope.Cadence.Frequency == Frequency.Daily
        ? 1
        : OpenDays.Of(scope.Calendar, day, day).At(step.OpenDays ?? OpenDays.Usual);

    private static IEnumerable<MatchDimensionsRow> Rows(
        IndicatorScope scope, Dictionary<(string Community, string Service), PersonalTally> tallies, PersonalMeasures measures)
    {
        var groups = Largest(tallies.Values);
        var places = ServicePlaces.Gather(scope, tallies);
        return places.SelectMany(place =>
        {
            var (area, services) = place.Key;
            var special = Special(services, place);
            var ofServices = special.Length == 0 ? [] : measures.OfServices(special, [.. places[(area, ServiceScope.All)]]);
            return ofServices.Concat(measures.OfGroups([.. place], groups)).Select(measure => measure.At(area.Level, area.Code, services));
        });
    }

    /// <summary>
    /// Services for special groups within a scope: the whole class for the scope of all services, none for the scope of another class.
    /// </summary>
    private static PersonalTally[] Special(ServiceScope services, IEnumerable<PersonalTally> tallies) =>
        services.Level == ServiceScope.NeedClassLevel && services.Code != NeedClass.SpecialGroups.Code()
            ? []
            : [.. tallies.Where(PersonalMeasures.IsSpecial)];

    private static string[] Largest(IEnumerable<PersonalTally> tallies) =>
    [
        .. tallies.SelectMany(tally => tally.Groups)
            .GroupBy(group => group.Key, group => group.Value.Wanted, StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key)
            .Take(MostGroups),
    ];
}
