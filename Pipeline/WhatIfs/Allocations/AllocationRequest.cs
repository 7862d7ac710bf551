namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>
/// A question to a published run: the effect of allocating extra capacity. Omitted values are those of the night (configuration section
/// <c>Allocation</c>), so an empty request gives the figures of table <c>Allocations</c>. The night's budgets, yields and minimums are in
/// units of its resource, and hold only where resource and pool are the same or omitted.
/// </summary>
/// <param name="Resource">Resource to allocate: visits, staff or funding.</param>
/// <param name="Pool">Pool of a budget: each service of a district, or the district with all of its services.</param>
/// <param name="Share">Size of a budget as a share of the current amount, 0 to 10; replaces the budgets of the night.</param>
/// <param name="Budgets">
/// Budgets in units, 0 to 1e9: by <c>district/service</c>, by service, or by district for a pool of the district; <c>all</c> for each of
/// the others.
/// </param>
/// <param name="Services">Codes of the services that take part; all by default.</param>
/// <param name="Districts">Codes of the districts that take part; all by default.</param>
/// <param name="WholeUnits">Whether units are allocated as whole units only.</param>
/// <param name="Least">Minimum units of each service in each community.</param>
/// <param name="VulnerableWeight">
/// Weight of one person-visit short in communities with many residents who are old, disabled or of low income, 1 to 100.
/// </param>
/// <param name="SpecialGroupsWeight">Weight of one person-visit short in services for special groups, 1 to 100.</param>
/// <param name="Yields">Person-visits a day for one unit of staff or funding, by service; <c>all</c> for each of the others.</param>
/// <param name="Level">Finest level of areas in the answer: community, subdistrict, district or city; district by default.</param>
/// <param name="Run">Id of a published run; the current run by default.</param>
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
