using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Participation;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Indicators.Participation;

/// <summary>Counts of participants by area, category and quarter.</summary>
internal static class ParticipationTally
{
    /// <summary>Number of quarters reported, including that of the origin.</summary>
    public const int QuartersBack = 12;

    public static Dictionary<ParticipationCell, ParticipationSum> Of(
        IndicatorScope scope, IEnumerable<ParticipationFact> facts, IEnumerable<PopulationFact> population)
    {
        var first = CalendarQuarter.UpTo(scope.Origin, QuartersBack)[0].First;
        var counted = population.Where(fact => fact.Date <= scope.Origin).ToLookup(fact => fact.Community, StringComparer.Ordinal);
        var quarters = facts
            .Where(fact => fact.Date >= first && fact.Date <= scope.Origin)
            .GroupBy(fact => (fact.Community, fact.Date))
            .Select(date =>
                (date.Key.Community, Quarter: CalendarQuarter.Of(date.Key.Date).First, On: OnDate([.. date], counted[date.Key.Community])))
            .Where(date => date.On is not null)
            .GroupBy(date => (date.Community, date.Quarter), date => date.On!)
            .Select(quarter => (quarter.Key.Community, quarter.Key.Quarter, Mean: CommunityParticipation.Mean([.. quarter])));
        var places = quarters.SelectMany(
            quarter => scope.AreasOf(quarter.Community).Select(area => (Place: (Area: area, quarter.Quarter), quarter.Mean)));
        return places.GroupBy(place => place.Place, place => place.Mean)
            .SelectMany(place => Cells(place.Key.Area, place.Key.Quarter, [.. place])).ToDictionary();
    }

    /// <summary>Categories of an area. Only communities that distinguish participants by a breakdown count for that breakdown.</summary>
    private static IEnumerable<KeyValuePair<ParticipationCell, ParticipationSum>> Cells(
        Area area, DateOnly quarter, CommunityParticipation[] communities)
    {
        foreach (var breakdown in ParticipationBreakdowns.All)
        {
            CommunityParticipation[] telling = [.. communities.Where(community => community.Tells(breakdown))];
            var keys = telling.SelectMany(community => community.Participants.Keys).Where(key => key.Breakdown == breakdown);
            foreach (var category in keys.Select(key => key.Category).Distinct())
            {
                var sum = telling.Select(community => community.Count(breakdown, category)).Aggregate((a, b) => a + b);
                yield return new(new(area, breakdown, category, quarter), new(sum, telling.Length));
            }
        }
    }

    private static CommunityParticipation? OnDate(ParticipationFact[] facts, IEnumerable<PopulationFact> population)
    {
        var counted = population.Where(fact => fact.Date <= facts[0].Date).MaxBy(fact => fact.Date);
        return CommunityParticipation.Of(
            [.. facts.Select(fact => new ParticipationEntry(fact.Participants, fact.Channel, fact.Mode, fact.Eligible))],
            counted is { Children: { } children } ? Math.Max(0, counted.Population - children) : null);
    }
}

/// <summary>A group of participants of an area.</summary>
internal readonly record struct ParticipationCell(Area Area, ParticipationBreakdown Breakdown, string Category, DateOnly Quarter);

/// <summary>Count of a cell, and the number of communities in it.</summary>
internal readonly record struct ParticipationSum(ParticipationCount Count, int Communities);
