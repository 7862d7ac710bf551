using System.Globalization;
using CommunityDemand.Domain.Scenarios;
using CommunityDemand.Pipeline.WhatIfs;

namespace CommunityDemand.Pipeline.Scenarios;

/// <summary>The scenarios that every night asks.</summary>
internal static class DefaultScenarios
{
    private const int Week = 7;
    private const double SurgeFactor = 1.2;
    private const double ExtraShare = 0.2;

    /// <summary>Those that the forecast allows: ageing, a surge, and, where capacity is known, the busiest centre closed and the shortest enlarged.</summary>
    public static IEnumerable<Scenario> Of(IReadOnlyList<ScenarioSeries> series, WhatIfBasis basis)
    {
        if (series.Any(one => one.ElderlySensitive)) yield return Ageing(1, basis.Facts);
        yield return new SurgeScenario("surge", "All demand 20% higher for the first week", SurgeFactor, [], [], 0, Math.Min(Week, basis.Horizon) - 1);
        (ScenarioSeries Series, ScenarioTotals Totals)[] supplied = [.. series.Select(one => (one, one.Totals)).Where(of => of.Totals.Balance.Capacity > 0)];
        if (supplied.Length == 0) yield break;

        var busiest = supplied.MaxBy(of => of.Totals.Balance.Demand).Series;
        yield return new ClosedCentreScenario(
            "closed-centre",
            string.Create(CultureInfo.InvariantCulture, $"{Name(busiest, basis)} closes, and {ScenarioFactory.DefaultMoved:P0} of its demand moves to neighbours"),
            busiest.Community,
            busiest.Service,
            ScenarioFactory.DefaultMoved);
        var (shortest, totals) = supplied.MaxBy(of => of.Totals.Balance.Shortage);
        var extra = Math.Ceiling(ExtraShare * totals.Balance.Capacity / totals.Balance.Days);
        yield return new NewCentreScenario(
            "new-centre",
            string.Create(CultureInfo.InvariantCulture, $"{Name(shortest, basis)} serves {extra:0} more a day, and draws {ScenarioFactory.DefaultInduced:P0} more demand"),
            shortest.Community,
            shortest.Service,
            extra,
            ScenarioFactory.DefaultInduced);
    }

    public static AgeingScenario Ageing(double points, WhatIfFacts facts)
    {
        var elasticity = facts.Ageing;
        return new AgeingScenario(
            "ageing",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Residents aged 60 and over: {points:+0.##;-0.##;0} points; services for the elderly: {elasticity.Factor - 1:P1} a point ({Math.Exp(elasticity.LogLower) - 1:P1} to {Math.Exp(elasticity.LogUpper) - 1:P1})"),
            points,
            elasticity);
    }

    private static string Name(ScenarioSeries series, WhatIfBasis basis)
    {
        var area = basis.Areas.First(one => one.Level == Domain.Geography.AreaLevel.Community && one.Code == series.Community).Name;
        return $"{basis.ServiceNames[$"{Tables.ServiceScope.ServiceLevel}:{series.Service}"]} of {area}";
    }
}
