namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Share of a place in an allocation and its effect, or a sum of these.</summary>
/// <param name="Units">Units of the resource.</param>
/// <param name="ExtraCapacity">Person-visits a day from these units.</param>
/// <param name="Demand">Expected person-visits over the days.</param>
/// <param name="Before">Expected person-visits short over the days, without the extra capacity.</param>
/// <param name="After">Expected person-visits short with the extra capacity.</param>
/// <param name="Proportional">Expected person-visits short if the budget were divided in proportion to current amounts.</param>
/// <param name="NextUnit">Shortage that one more unit would remove at the best of the places; null where there is none.</param>
internal readonly record struct Share(
    double Units, double ExtraCapacity, double Demand, double Before, double After, double Proportional, double? NextUnit)
{
    public double Removed => Before - After;

    public double ProportionalRemoved => Before - Proportional;

    public double MatchRateBefore => MatchRate(Before);

    public double MatchRateAfter => MatchRate(After);

    public static Share operator +(Share a, Share b) => new(
        a.Units + b.Units,
        a.ExtraCapacity + b.ExtraCapacity,
        a.Demand + b.Demand,
        a.Before + b.Before,
        a.After + b.After,
        a.Proportional + b.Proportional,
        a.NextUnit is not { } one ? b.NextUnit : b.NextUnit is not { } other ? one : Math.Max(one, other));

    private double MatchRate(double shortage) => Demand > 0 ? Math.Max(0, Demand - shortage) / Demand : 1;
}
