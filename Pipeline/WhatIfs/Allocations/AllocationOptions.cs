using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Which extra the nightly run shares out in table <c>Allocations</c>. Configuration section <c>Allocation</c>.</summary>
public sealed class AllocationOptions : IValidatableObject
{
    /// <summary>Key of <see cref="Budgets"/> and <see cref="Yields"/> for all that no other key tells of.</summary>
    public const string All = "all";

    private const double Most = 1e9;

    /// <summary>What is shared out. Default <see cref="AllocationResource.Visits"/>.</summary>
    public AllocationResource Resource { get; set; } = AllocationResource.Visits;

    /// <summary>Over what. Default <see cref="AllocationPool.Service"/>; visits of different services are no common currency, so a pool of a district needs staff or funding.</summary>
    public AllocationPool Pool { get; set; } = AllocationPool.Service;

    /// <summary>How much, as a part of what the district has of the resource. Default 0.05.</summary>
    [Range(0.0, 10.0)]
    public double Share { get; set; } = 0.05;

    /// <summary>
    /// How much in units of the resource, 0 to 1e9, instead of <see cref="Share"/>: by <c>district/service</c>, else by service, else by <c>all</c>; by district, else by
    /// <c>all</c>, where that is the pool. Default: none.
    /// </summary>
    public Dictionary<string, double>? Budgets { get; set; }

    /// <summary>
    /// Person-visits a day that a unit of staff or funding makes, above 0 and up to 1e9, by service, else by <c>all</c>: for cities whose uploads do not tell, or tell an average
    /// that an extra unit would not keep to. Default: none, which takes what uploads tell.
    /// </summary>
    public Dictionary<string, double>? Yields { get; set; }

    /// <summary>Whether only whole units are given. Default true.</summary>
    public bool WholeUnits { get; set; } = true;

    /// <summary>Units that each community gets for each service in any case; where the budget doesn't cover these, it is shared equally. Default 0.</summary>
    [Range(0, 1e9)]
    public double Least { get; set; }

    /// <summary>
    /// What a person-visit short counts in communities where the share of residents aged 60 and over, disabled or of low income is in the city's highest quarter.
    /// Default 1: as anywhere.
    /// </summary>
    [Range(1.0, 100.0)]
    public double VulnerableWeight { get; set; } = 1;

    /// <summary>What a person-visit short counts in services for special groups; matters where services share a pool. Default 1: as any.</summary>
    [Range(1.0, 100.0)]
    public double SpecialGroupsWeight { get; set; } = 1;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(Resource)) yield return new ValidationResult($"Resource {Resource} is none: set Visits, Staff or Funding.", [nameof(Resource)]);
        if (!Enum.IsDefined(Pool)) yield return new ValidationResult($"Pool {Pool} is none: set Service or District.", [nameof(Pool)]);
        if (Pool == AllocationPool.District && Resource == AllocationResource.Visits)
            yield return new ValidationResult("Pool District shares staff or funding out: set Resource to Staff or Funding.", [nameof(Pool)]);
        foreach (var (of, budget) in Budgets ?? [])
        {
            if (!(budget is >= 0 and <= Most))
                yield return new ValidationResult(Text($"Budgets:{of} is {budget}: set 0 to {Most:0} units."), [nameof(Budgets)]);
        }

        if (Yields is { Count: > 0 } && Resource == AllocationResource.Visits)
            yield return new ValidationResult("Yields tell what a unit of staff or funding makes: set Resource to Staff or Funding, or no Yields.", [nameof(Yields)]);
        foreach (var (of, yield) in Yields ?? [])
        {
            if (!(yield is > 0 and <= Most))
                yield return new ValidationResult(Text($"Yields:{of} is {yield}: set more than 0 and up to {Most:0} person-visits a day."), [nameof(Yields)]);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
