using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Supply;

namespace CommunityDemand.Pipeline.Indicators.Match;

/// <summary>Measures for residents with special needs compared with all residents, from the tallies of an area.</summary>
internal sealed class PersonalMeasures(DateOnly from, DateOnly to)
{
    /// <summary>Measures of services for special groups, or of some of them, compared with all services of the area.</summary>
    /// <param name="some">Tallies of services for special groups.</param>
    /// <param name="all">Tallies of all services, including those for special groups.</param>
    public IEnumerable<MatchMeasure> OfServices(IReadOnlyList<PersonalTally> some, IReadOnlyList<PersonalTally> all)
    {
        var (special, everybody) = (Sum(some.Select(tally => tally.All)), Sum(all.Select(tally => tally.All)));
        if (special.Coverage is not null) yield return Coverage("special_coverage", special, everybody);

        var wanted = some.Sum(tally => tally.WantedOfCapacity);
        var share = Ratio(some.Sum(tally => tally.Capacity), all.Sum(tally => tally.Capacity));
        var need = Ratio(wanted, all.Sum(tally => tally.WantedOfCapacity));
        if (wanted > 0 && share is not null)
            yield return new MatchMeasure(
                MatchMeasure.Personal, "special_capacity", share, need, RelativeShortfall.Of(share, need), wanted, from, to).OfPersons();
    }

    /// <summary>Measures of each group of residents in usage, compared with all residents who came to the same services.</summary>
    /// <param name="groups">Groups to report.</param>
    public IEnumerable<MatchMeasure> OfGroups(IReadOnlyList<PersonalTally> tallies, IEnumerable<string> groups)
    {
        var everybody = Sum(tallies.Select(tally => tally.All));
        foreach (var group in groups)
        {
            var came = Sum(tallies.Select(tally => tally.Groups.GetValueOrDefault(group)));
            if (came.Coverage is not null) yield return Coverage($"coverage:{group}", came, everybody);
        }
    }

    public static bool IsSpecial(PersonalTally tally) => tally.Service.NeedClass == NeedClass.SpecialGroups;

    private MatchMeasure Coverage(string name, ServedDemand some, ServedDemand everybody) => new MatchMeasure(
        MatchMeasure.Personal, name, some.Coverage, everybody.Coverage, RelativeShortfall.Of(some.Coverage, everybody.Coverage),
        some.Wanted, from, to).OfPersons();

    private static ServedDemand Sum(IEnumerable<ServedDemand> parts) => parts.Aggregate(default(ServedDemand), (sum, part) => sum + part);

    private static double? Ratio(double part, double whole) => whole > 0 ? part / whole : null;
}
