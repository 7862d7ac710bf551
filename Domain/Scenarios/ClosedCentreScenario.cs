using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Supply;

namespace CommunityDemand.Domain.Scenarios;

/// <summary>
/// A service of a community closes: its capacity is 0. A part of its demand moves to the same service in other communities of the
/// subdistrict, in proportion to their expected demand of the day; their distributions are scaled to the new mean. The rest of the demand
/// stays and is unserved: closing a service does not remove the need. Where no other community expects demand, all demand stays.
/// </summary>
/// <param name="Service">Code of the service; null for all services of the community.</param>
/// <param name="Moved">Part of the demand that moves, 0 to 1.</param>
public sealed record ClosedCentreScenario(string Code, Message Title, string Community, string? Service, double Moved)
    : Scenario(Code, Title)
{
    /// <inheritdoc/>
    public override IEnumerable<(int Index, ScenarioTotals Totals)> Apply(IReadOnlyList<ScenarioSeries> series)
    {
        int[] closed = [.. Enumerable.Range(0, series.Count)
            .Where(i => series[i].Community == Community && (Service is null || series[i].Service == Service))];
        if (closed.Length == 0)
            throw new ArgumentException($"{(Service is null ? "" : $"Service '{Service}' of ")}community '{Community}' has no forecast.");
        return closed.SelectMany(index => Close(series, index));
    }

    private IEnumerable<(int Index, ScenarioTotals Totals)> Close(IReadOnlyList<ScenarioSeries> series, int index)
    {
        var place = series[index];
        int[] neighbours =
        [
            .. Enumerable.Range(0, series.Count).Where(i => i != index
                && series[i].Service == place.Service
                    && (series[i].Key.District, series[i].Key.Subdistrict) == (place.Key.District, place.Key.Subdistrict)),
        ];
        double[] there = [.. place.Demand.Select((_, day) => neighbours.Sum(i => series[i].Demand[day].Mean))];
        double Leaves(int day) => there[day] > 0 ? Moved : 0;
        double?[] nothing = [.. place.Capacity.Select(known => known is null ? (double?)null : 0)];
        yield return (index, ScenarioTotals.Of(place.Scaled(day => 1 - Leaves(day)), nothing));
        foreach (var i in neighbours)
        {
            PredictiveDistribution[] demand = series[i]
                .Scaled(day => there[day] > 0 ? 1 + (Moved * place.Demand[day].Mean / there[day]) : 1);
            yield return (i, ScenarioTotals.Of(demand, series[i].Capacity));
        }
    }
}
