using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Residents;
using CommunityDemand.Domain.Statistics;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Residents;

/// <summary>Table <c>Residents</c>: residents of each area, by the last count up to the origin, and their trend.</summary>
internal sealed class ResidentsIndicator : IFactIndicator
{
    /// <summary>Number of quarters in a trend.</summary>
    private const int Quarters = 12;

    private const int MonthsAQuarter = 3;
    private const int QuartersAYear = 4;
    private const double Points = 100;

    public PlacedTable Table => ResidentsRow.Table;

    public FactTally Begin(IndicatorScope scope)
    {
        var known = scope.Facts.Population
            .Where(fact => fact.Date <= scope.Origin)
            .GroupBy(fact => fact.Community, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderBy(fact => fact.Date).ToArray(), StringComparer.Ordinal);
        var places = known.Keys
            .SelectMany(community => scope.AreasOf(community).Select(area => (Area: area, Community: community)))
            .ToLookup(place => place.Area, place => known[place.Community]);
        return new FactTally(() => places.SelectMany(place => Rows(place.Key, [.. place], scope.Origin)));
    }

    private static IEnumerable<ResidentsRow> Rows(Area area, PopulationFact[][] communities, DateOnly origin)
    {
        var past = Enumerable.Range(0, Quarters + 1)
            .Select(quarter => At(communities, origin.AddMonths(-MonthsAQuarter * quarter))).ToArray();
        var asOf = communities.Max(facts => facts[^1].Date);
        foreach (var group in ResidentGroups.All)
        {
            if (past[0].Share(group) is not { } share) continue;
            var points = past.Select((structure, quarter) => (X: -(double)quarter / QuartersAYear, Y: Points * structure.Share(group)))
                .Where(point => point.Y is not null)
                .Select(point => (point.X, point.Y!.Value));
            var trend = LinearTrend.Fit([.. points]);
            yield return new ResidentsRow
            {
                Level = area.Level,
                Area = area.Code,
                Scope = ServiceScope.All,
                Group = group.Code(),
                AsOf = asOf,
                Population = past[0].Population,
                Members = share * past[0].Population,
                Share = share,
                ShareYearAgo = past[QuartersAYear].Share(group),
                TrendPoints = trend?.Slope,
                TrendError = trend?.StandardError,
            };
        }
    }

    /// <summary>Residents on a day: the last count of each community.</summary>
    private static ResidentStructure At(PopulationFact[][] communities, DateOnly day)
    {
        var structure = new ResidentStructure();
        foreach (var facts in communities)
        {
            if (Array.FindLast(facts, fact => fact.Date <= day) is { } last) structure.Add(last.Population, group => Members(last, group));
        }

        return structure;
    }

    private static double? Members(PopulationFact fact, ResidentGroup group) => group switch
    {
        ResidentGroup.Age60Plus => fact.Age60Plus,
        ResidentGroup.Age65Plus => fact.Age65Plus,
        ResidentGroup.Age15To35 => fact.Age15To35,
        ResidentGroup.Disabled => fact.Disabled,
        ResidentGroup.LowIncome => fact.LowIncome,
        ResidentGroup.Children => fact.Children,
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };
}
