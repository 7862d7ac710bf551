using System.ComponentModel.DataAnnotations;

namespace CommunityDemand.Pipeline.Allocations;

/// <summary>Which extra the nightly run shares out in table <c>Allocations</c>. Configuration section <c>Allocation</c>.</summary>
public sealed class AllocationOptions : IValidatableObject
{
    /// <summary>What is shared out. Default <see cref="AllocationResource.Visits"/>.</summary>
    public AllocationResource Resource { get; set; } = AllocationResource.Visits;

    /// <summary>Over what. Default <see cref="AllocationPool.Service"/>; visits of different services are no common currency, so a pool of a district needs staff or funding.</summary>
    public AllocationPool Pool { get; set; } = AllocationPool.Service;

    /// <summary>How much, as a part of what the district has of the resource. Default 0.05.</summary>
    [Range(0, 10)]
    public double Share { get; set; } = 0.05;

    /// <summary>
    /// How much in units of the resource, instead of <see cref="Share"/>: by <c>district/service</c>, else by service; by district where that is the pool. Default: none.
    /// </summary>
    public Dictionary<string, double>? Budgets { get; set; }

    /// <summary>Whether only whole units are given. Default true.</summary>
    public bool WholeUnits { get; set; } = true;

    /// <summary>Units that each community gets for each service in any case; where the budget doesn't cover these, it is shared equally. Default 0.</summary>
    [Range(0, 1e9)]
    public double Least { get; set; }

    /// <summary>
    /// What a person-visit short counts in communities where the share of residents aged 60 and over, disabled or of low income is in the city's highest quarter.
    /// Default 1: as anywhere.
    /// </summary>
    [Range(1, 100)]
    public double VulnerableWeight { get; set; } = 1;

    /// <summary>What a person-visit short counts in services for special groups; matters where services share a pool. Default 1: as any.</summary>
    [Range(1, 100)]
    public double SpecialGroupsWeight { get; set; } = 1;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(Resource)) yield return new ValidationResult($"Allocation:Resource {Resource} is none: set Visits, Staff or Funding.", [nameof(Resource)]);
        if (!Enum.IsDefined(Pool)) yield return new ValidationResult($"Allocation:Pool {Pool} is none: set Service or District.", [nameof(Pool)]);
        if (Pool == AllocationPool.District && Resource == AllocationResource.Visits)
            yield return new ValidationResult("Allocation:Pool District shares staff or funding out: set Allocation:Resource to one of them.", [nameof(Pool)]);
        foreach (var (of, budget) in Budgets ?? [])
        {
            if (!double.IsFinite(budget) || budget < 0)
                yield return new ValidationResult($"Allocation:Budgets:{of} is {budget}: set 0 units or more.", [nameof(Budgets)]);
        }
    }
}
