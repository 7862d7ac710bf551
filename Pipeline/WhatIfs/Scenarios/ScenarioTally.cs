using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Scenarios;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Tables;
using Target = (CommunityDemand.Domain.Geography.AreaLevel Level, string Area, CommunityDemand.Pipeline.Tables.ServiceScope Scope);

namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>
/// Sums of a forecast over areas and services, without and with a scenario. Only series that the scenario changes are summed again.
/// </summary>
internal sealed class ScenarioTally
{
    private readonly IReadOnlyList<ScenarioSeries> _series;
    private readonly string _city;
    private readonly ScenarioTotals[] _totals;
    private readonly Dictionary<Target, ScenarioTotals> _before = [];

    public ScenarioTally(IReadOnlyList<ScenarioSeries> series, string city)
    {
        (_series, _city, _totals) = (series, city, [.. series.AsParallel().AsOrdered().Select(one => one.Totals)]);
        for (var i = 0; i < series.Count; i++) Add(_before, series[i], _totals[i]);
    }

    public IReadOnlyList<ScenarioSeries> Series => _series;

    /// <summary>
    /// Rows whose demand, capacity or shortage a scenario changes, and the row of the city; in the order of areas and services.
    /// </summary>
    /// <exception cref="ArgumentException">The scenario refers to something that the forecast does not contain.</exception>
    public IReadOnlyList<ScenarioRow> Rows(Scenario scenario)
    {
        var changes = new Dictionary<Target, ScenarioTotals> { [(AreaLevel.City, _city, ServiceScope.All)] = default };
        foreach (var (index, totals) in scenario.Apply(_series)) Add(changes, _series[index], totals - _totals[index]);
        return
        [
            .. changes
                .Select(change => new ScenarioRow(
                    change.Key.Level, change.Key.Area, change.Key.Scope, _before[change.Key], _before[change.Key] + change.Value))
                .OrderByDescending(row => row.Level)
                .ThenBy(row => row.Area, StringComparer.Ordinal)
                .ThenBy(row => row.Scope.Level, StringComparer.Ordinal)
                .ThenBy(row => row.Scope.Code, StringComparer.Ordinal),
        ];
    }

    private void Add(Dictionary<Target, ScenarioTotals> sums, ScenarioSeries one, ScenarioTotals totals)
    {
        foreach (var target in SupplyTally.Targets(_city, one.Key))
            sums[target] = sums.GetValueOrDefault(target) + totals;
    }
}

/// <summary>Effect of a scenario on an area's services.</summary>
internal sealed record ScenarioRow(AreaLevel Level, string Area, ServiceScope Scope, ScenarioTotals Before, ScenarioTotals After)
{
    private const double Nothing = 1e-9;

    /// <summary>Figures of the table and of an answer.</summary>
    public ScenarioFigures Figures => new()
    {
        Demand = After.Demand,
        DemandChange = DemandChange,
        Lower95 = Bounds?.Lower,
        Upper95 = Bounds?.Upper,
        Capacity = Capacity,
        ExpectedShortage = Shortage,
        ShortageChange = ShortageChange,
        MatchRate = MatchRate,
        Status = Status,
    };

    private double DemandChange => After.Demand - Before.Demand;

    /// <summary>Change at the ends of the 95% interval of the assumption; null where the assumption is not uncertain.</summary>
    private (double Lower, double Upper)? Bounds =>
        After.Upper - After.Lower > Nothing * (1 + After.Demand) ? (After.Lower - Before.Demand, After.Upper - Before.Demand) : null;

    /// <summary>Whether capacity is known anywhere in the row.</summary>
    private bool IsSupplied => After.Balance.Days > 0;

    private double? Capacity => IsSupplied ? After.Balance.Capacity : null;

    private double? Shortage => IsSupplied ? Math.Max(0, After.Balance.Shortage) : null;

    private double? ShortageChange => IsSupplied ? After.Balance.Shortage - Before.Balance.Shortage : null;

    private double? MatchRate => IsSupplied ? After.Balance.MatchRate : null;

    private string? Status => IsSupplied ? After.Balance.Status.Code() : null;
}
