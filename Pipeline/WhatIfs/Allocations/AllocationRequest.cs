namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>
/// A question to a published run: what if so much were shared out? What is left out is as the night had it (configuration section <c>Allocation</c>), so that an empty request
/// gives the figures of table <c>Allocations</c>; the night's budgets, yields and leasts are in units of its resource, and count only where that and the pool are asked for or left out.
/// </summary>
/// <param name="Resource">What is shared out: visits, staff or funding.</param>
/// <param name="Pool">Over what: each district's service, or the district with all of its services.</param>
/// <param name="Share">How much, as a part of what there is, 0 to 10; takes the place of the night's budgets.</param>
/// <param name="Budgets">How much in units, 0 to 1e9: by <c>district/service</c>, by service, or by district where that is the pool; <c>all</c> for each of the others.</param>
/// <param name="Services">Codes of the services to share among; without them all.</param>
/// <param name="Districts">Codes of the districts to share in; without them all.</param>
/// <param name="WholeUnits">Whether only whole units are given.</param>
/// <param name="Least">Units that each community gets for each service in any case.</param>
/// <param name="VulnerableWeight">What a person-visit short counts in communities with many residents who are old, disabled or of low income, 1 to 100.</param>
/// <param name="SpecialGroupsWeight">What it counts in services for special groups, 1 to 100.</param>
/// <param name="Yields">Person-visits a day that a unit of staff or funding makes, by service; <c>all</c> for each of the others.</param>
/// <param name="Level">Finest level of areas to answer for: community, subdistrict, district or city; without it district.</param>
/// <param name="Run">Id of a published run; without it the current one.</param>
public sealed record AllocationRequest(
    AllocationResource? Resource = null,
    AllocationPool? Pool = null,
    double? Share = null,
    IReadOnlyDictionary<string, double>? Budgets = null,
    IReadOnlyList<string>? Services = null,
    IReadOnlyList<string>? Districts = null,
    bool? WholeUnits = null,
    double? Least = null,
    double? VulnerableWeight = null,
    double? SpecialGroupsWeight = null,
    IReadOnlyDictionary<string, double>? Yields = null,
    string? Level = null,
    string? Run = null);
