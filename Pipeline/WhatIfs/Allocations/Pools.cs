using CommunityDemand.Domain.Allocation;
using CommunityDemand.Domain.Catalogue;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Allocates one budget after the other, with the options of the allocation.</summary>
/// <param name="vulnerable">Codes of the communities whose shortage has a higher weight.</param>
internal sealed class Pools(AllocationOptions options, ResourceBook resources, IReadOnlySet<string> vulnerable)
{
    // Rounding tolerance: a budget of 4.9999999999 units is five.
    private const double Rounding = 1e-9;

    private static readonly string SpecialGroups = NeedClass.SpecialGroups.Code();

    /// <summary>Allocates the budget of a pool.</summary>
    /// <param name="service">Service of the budget; null where all services of the district share it.</param>
    /// <returns>Null where no place can take part, because capacity or the yield of the resource is unknown.</returns>
    public Allotted? Allot(string district, string? service, IReadOnlyList<AllocationPlace> places)
    {
        AllocationPlace[] served = [.. places.Where(place => resources.YieldOf(place.Key.Service) is not null)];
        if (served.Length == 0) return null;
        var has = Array.ConvertAll(served, resources.AmountOf);
        var budget = Whole(BudgetOf(district, service) ?? (options.Share * has.Sum()));
        var least = Math.Min(options.Least, budget / served.Length);
        Recipient[] recipients =
        [
            .. served.Select(place => new Recipient(
                place.Curve,
                resources.YieldOf(place.Key.Service)!.Value,
                WeightOf(place),
                options.WholeUnits ? Math.Floor(least) : least)),
        ];
        var allotment = options.WholeUnits
            ? MarginalAllocation.WholeUnits(recipients, (long)budget)
            : MarginalAllocation.Divisible(recipients, budget);
        var units = allotment.Units;
        return new Allotted(
            budget,
            [.. served.Select((place, i) => (place, recipients[i].Weight, Share(place, recipients[i], units[i], budget * Part(has, i))))]);
    }

    private static Share Share(AllocationPlace place, Recipient recipient, double units, double proportional) => new(
        units,
        recipient.Yield * units,
        place.Demand,
        recipient.Shortage(0),
        recipient.Shortage(units),
        recipient.Shortage(proportional),
        recipient.Shortage(units) - recipient.Shortage(units + 1));

    private static double Part(double[] has, int i) => has.Sum() is > 0 and var sum ? has[i] / sum : 1.0 / has.Length;

    private double? BudgetOf(string district, string? service)
    {
        if (options.Budgets is not { } budgets) return null;
        return AllocationKeys.OfBudget(district, service).Where(budgets.ContainsKey).Select(key => (double?)budgets[key]).FirstOrDefault();
    }

    private double Whole(double budget) => options.WholeUnits ? Math.Floor(budget + Rounding) : budget;

    private double WeightOf(AllocationPlace place) =>
        (vulnerable.Contains(place.Key.Community) ? options.VulnerableWeight : 1)
            * (place.Key.NeedClass == SpecialGroups ? options.SpecialGroupsWeight : 1);

    /// <summary>An allocated budget.</summary>
    /// <param name="Budget">Budget in units.</param>
    /// <param name="Shares">Share of each place; at least one.</param>
    internal sealed record Allotted(double Budget, IReadOnlyList<(AllocationPlace Place, double Weight, Share Share)> Shares);
}
