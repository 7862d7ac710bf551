using System.ComponentModel.DataAnnotations;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Creates options from a request, with the same rules as those of the night.</summary>
internal static class AllocationTerms
{
    private const string Remedy = "docs/tables.md lists the values of an allocation question.";

    /// <exception cref="WhatIfRequestException">A value is out of range or unknown, or values contradict each other.</exception>
    public static AllocationOptions Of(AllocationRequest request, WhatIfRun run)
    {
        var night = run.Basis.Allocation;
        if (request is { Share: not null, Budgets: not null })
            throw new WhatIfRequestException(
                "Both share and budgets are given.", "Give one of the two: a share of the current amount, or units.");
        var resource = request.Resource ?? night.Resource;
        var pool = request.Pool ?? night.Pool;
        var sameUnits = resource == night.Resource;
        var options = new AllocationOptions
        {
            Resource = resource,
            Pool = pool,
            Share = request.Share ?? night.Share,
            Budgets = request.Budgets?.ToDictionary() ?? (request.Share is null && sameUnits && pool == night.Pool ? night.Budgets : null),
            Yields = request.Yields?.ToDictionary() ?? (sameUnits ? night.Yields : null),
            WholeUnits = request.WholeUnits ?? night.WholeUnits,
            Least = request.Least ?? (sameUnits ? night.Least : 0),
            VulnerableWeight = request.VulnerableWeight ?? night.VulnerableWeight,
            SpecialGroupsWeight = request.SpecialGroupsWeight ?? night.SpecialGroupsWeight,
        };
        var mistakes = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), mistakes, validateAllProperties: true))
            throw new WhatIfRequestException(string.Join(' ', mistakes.Select(mistake => mistake.ErrorMessage)), Remedy);
        RequireKnown(request, options, run);
        return options;
    }

    private static void RequireKnown(AllocationRequest request, AllocationOptions options, WhatIfRun run)
    {
        var services = run.Series.Select(one => one.Key.Service).ToHashSet(StringComparer.Ordinal);
        var districts = run.Series.Select(one => one.Key.District).ToHashSet(StringComparer.Ordinal);
        Require("Service", (request.Services ?? []).Except(services), services);
        Require("District", (request.Districts ?? []).Except(districts), districts);
        if (request.Budgets is not null)
            Require(
                "Budget of", AllocationKeys.UnknownBudgets(options, districts, services),
                options.Pool == AllocationPool.District ? districts : services);
        if (request.Yields is not null) Require("Yield of", AllocationKeys.UnknownYields(options, services), services);
    }

    private static void Require(string what, IEnumerable<string> unknown, IEnumerable<string> known)
    {
        if (unknown.FirstOrDefault() is { } code)
            throw new WhatIfRequestException(
                $"{what} '{code}' has no forecast.", $"Those with forecasts are {string.Join(", ", known.Order(StringComparer.Ordinal))}.",
                isMissing: true);
    }
}
