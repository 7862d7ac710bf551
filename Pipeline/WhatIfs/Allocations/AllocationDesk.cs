using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Supply;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <inheritdoc cref="IAllocations"/>
internal sealed class AllocationDesk(WhatIfRuns runs) : IAllocations
{
    public async Task<AllocationAnswer> AskAsync(AllocationRequest request, CancellationToken cancellationToken)
    {
        var finest = WhatIfRuns.Finest(request.Level);
        return Answer(await runs.GetAsync(request.Run, cancellationToken), request, finest, cancellationToken);
    }

    private static AllocationAnswer Answer(WhatIfRun run, AllocationRequest request, AreaLevel finest, CancellationToken cancellationToken)
    {
        var (basis, options) = (run.Basis, AllocationTerms.Of(request, run));
        var series = run.Series.Where(one => IsAsked(request.Services, one.Key.Service) && IsAsked(request.Districts, one.Key.District));
        var tally = new AllocationTally(
            options, run.Places, new ResourceBook(options, basis.Capacities, basis.Periods.Last),
            basis.Facts.Vulnerable.ToHashSet(StringComparer.Ordinal));
        AllocationRow[] rows =
        [
            .. tally
                .Rows(series, cancellationToken)
                .Where(row => row.Level >= finest)
                .OrderByDescending(row => row.Level)
                .ThenBy(row => row.Area, StringComparer.Ordinal)
                .ThenBy(row => row.Scope.Level, StringComparer.Ordinal)
                .ThenBy(row => row.Scope.Code, StringComparer.Ordinal),
        ];
        RequireSomething(rows, options, basis);
        return new AllocationAnswer(
            basis.Run,
            basis.Origin,
            options.Resource.Code(),
            options.Pool == AllocationPool.District ? "district" : "service",
            [.. Resources(basis)],
            [.. rows.Select(row => new AllocationAnswerRow(run.Place(row.Level, row.Area, row.Scope), row.Figures))]);
    }

    private static bool IsAsked(IReadOnlyList<string>? some, string code) => some is not { Count: > 0 } || some.Contains(code);

    private static void RequireSomething(AllocationRow[] rows, AllocationOptions options, WhatIfBasis basis)
    {
        var resource = options.Resource.Code();
        if (rows.Length == 0)
        {
            throw options.Resource == AllocationResource.Visits || basis.Capacities.Count == 0
                ? new WhatIfRequestException(
                    "No capacity is known for the areas and services of the question.",
                    "Upload dataset capacity, and ask after the next run.",
                    isMissing: true)
                : new WhatIfRequestException(
                    $"No upload gives the person-visits for a unit of {resource} here.",
                    $"Give yields, such as {{\"all\": 10}}, or upload {resource} with dataset capacity.", isMissing: true);
        }

        if (options is { Budgets: null, Share: > 0 } && options.Resource != AllocationResource.Visits
            && !basis.Capacities.Any(steps => Amounts(steps, options.Resource)))
            throw new WhatIfRequestException(
                $"No upload gives the current amount of {resource}, from which a share could be taken.",
                "Give budgets, such as {\"all\": 10}, instead of a share.");
    }

    private static IEnumerable<string> Resources(WhatIfBasis basis) => Enum.GetValues<AllocationResource>()
        .Where(resource => basis.Capacities.Any(steps => Amounts(steps, resource)))
        .Select(resource => resource.Code());

    private static bool Amounts(CapacitySteps steps, AllocationResource resource) => steps.Steps.Any(step => resource switch
    {
        AllocationResource.Staff => step.Staff > 0,
        AllocationResource.Funding => step.Funding > 0,
        _ => true,
    });
}
