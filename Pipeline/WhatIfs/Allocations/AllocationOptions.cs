using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>
/// Settings of the allocation in table <c>Allocations</c>, computed by the nightly run. Configuration section <c>Allocation</c>.
/// </summary>
public sealed class AllocationOptions : IValidatableObject
{
    /// <summary>Key of <see cref="Budgets"/> and <see cref="Yields"/> that holds where no other key matches.</summary>
    public const string All = "all";

    private const double Most = 1e9;

    /// <summary>Resource to allocate. Default <see cref="AllocationResource.Visits"/>.</summary>
    public AllocationResource Resource { get; set; } = AllocationResource.Visits;

    /// <summary>
    /// Pool of a budget. Default <see cref="AllocationPool.Service"/>. Visits of different services are not comparable, so a pool of a
    /// district needs staff or funding.
    /// </summary>
    public AllocationPool Pool { get; set; } = AllocationPool.Service;

    /// <summary>Size of a budget, as a share of the district's amount of the resource. Default 0.05.</summary>
    [Range(0.0, 10.0)]
    public double Share { get; set; } = 0.05;

    /// <summary>
    /// Budgets in units of the resource, 0 to 1e9, instead of <see cref="Share"/>. Keys are <c>district/service</c>, otherwise the
    /// service, otherwise <c>all</c>; for a pool of a district, the district, otherwise <c>all</c>. Default: none.
    /// </summary>
    public Dictionary<string, double>? Budgets { get; set; }

    /// <summary>
    /// Person-visits a day for one unit of staff or funding, above 0 and up to 1e9. Keys are the service, otherwise <c>all</c>. For
    /// cities whose uploads give no yields, or averages that do not hold for an extra unit. Default: none; yields come from uploads.
    /// </summary>
    public Dictionary<string, double>? Yields { get; set; }

    /// <summary>Whether units are allocated as whole units only. Default true.</summary>
    public bool WholeUnits { get; set; } = true;

    /// <summary>
    /// Minimum units of each service in each community; where the budget does not cover the minimums, it is divided equally. Default 0.
    /// </summary>
    [Range(0, 1e9)]
    public double Least { get; set; }

    /// <summary>
    /// Weight of one person-visit short in vulnerable communities: the share of residents aged 60 and over, disabled or of low income is
    /// in the highest quarter of the city. Default 1: equal weight.
    /// </summary>
    [Range(1.0, 100.0)]
    public double VulnerableWeight { get; set; } = 1;

    /// <summary>
    /// Weight of one person-visit short in services for special groups; it matters where services share a pool. Default 1: equal weight.
    /// </summary>
    [Range(1.0, 100.0)]
    public double SpecialGroupsWeight { get; set; } = 1;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(Resource))
            yield return new ValidationResult($"Resource {Resource} is unknown: set Visits, Staff or Funding.", [nameof(Resource)]);
        if (!Enum.IsDefined(Pool)) yield return new ValidationResult($"Pool {Pool} is unknown: set Service or District.", [nameof(Pool)]);
        if (Pool == AllocationPool.District && Resource == AllocationResource.Visits)
            yield return new ValidationResult(
                "Pool District needs staff or funding: set Resource to Staff or Funding.", [nameof(Pool)]);
        foreach (var (of, budget) in Budgets ?? [])
        {
            if (!(budget is >= 0 and <= Most))
                yield return new ValidationResult(Text($"Budgets:{of} is {budget}: set 0 to {Most:0} units."), [nameof(Budgets)]);
        }

        if (Yields is { Count: > 0 } && Resource == AllocationResource.Visits)
            yield return new ValidationResult(
                "Yields are for units of staff or funding: set Resource to Staff or Funding, or no Yields.", [nameof(Yields)]);
        foreach (var (of, yield) in Yields ?? [])
        {
            if (!(yield is > 0 and <= Most))
                yield return new ValidationResult(
                    Text($"Yields:{of} is {yield}: set more than 0 and up to {Most:0} person-visits a day."), [nameof(Yields)]);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
