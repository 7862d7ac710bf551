using CommunityDemand.Domain.Scenarios;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Plans;

namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>Scenarios that every night computes.</summary>
internal static class DefaultScenarios
{
    private const double SurgeFactor = 1.2;
    private const double ExtraShare = 0.2;

    /// <summary>
    /// Scenarios that the forecast allows: ageing, a surge, and, where capacity is known, closing the busiest centre and enlarging the
    /// one with the largest shortage.
    /// </summary>
    public static IEnumerable<Scenario> Of(IReadOnlyList<ScenarioSeries> series, WhatIfBasis basis)
    {
        if (series.Any(one => one.ElderlySensitive)) yield return Ageing(1, basis.Facts);
        var first = basis.Frequency == Frequency.Monthly ? Frequency.Monthly : Frequency.Weekly;
        yield return new SurgeScenario(
            "surge", ScenarioMessages.First(first, SurgeFactor - 1), SurgeFactor, [], [], 0,
            Math.Min(basis.Periods.Cadence.RecentPeriods, basis.Horizon) - 1);
        (ScenarioSeries Series, ScenarioTotals Totals)[] supplied = [.. series.Select(one => (one, one.Totals))
            .Where(of => of.Totals.Balance.Capacity > 0)];
        if (supplied.Length == 0) yield break;

        var busiest = supplied.MaxBy(of => of.Totals.Balance.Demand).Series;
        yield return new ClosedCentreScenario(
            "closed-centre",
            ScenarioMessages.ClosedCentre(basis.Service(busiest.Service), basis.Community(busiest.Community), ScenarioFactory.DefaultMoved),
            busiest.Community,
            busiest.Service,
            ScenarioFactory.DefaultMoved);
        var (shortest, totals) = supplied.MaxBy(of => of.Totals.Balance.Shortage);
        var extra = Math.Ceiling(ExtraShare * totals.Balance.Capacity / shortest.OpenDays.Sum());
        yield return new NewCentreScenario(
            "new-centre",
            ScenarioMessages.NewCentre(
                basis.Service(shortest.Service), basis.Community(shortest.Community), extra, ScenarioFactory.DefaultInduced),
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
            ScenarioMessages.Ageing(points, elasticity.Factor - 1, Math.Exp(elasticity.LogLower) - 1, Math.Exp(elasticity.LogUpper) - 1),
            points,
            elasticity);
    }
}
