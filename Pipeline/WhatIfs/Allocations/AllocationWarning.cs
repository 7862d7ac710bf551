using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Series;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Warning for planners about settings without effect.</summary>
internal static class AllocationWarning
{
    /// <summary>One message each for budgets and yields whose keys match nothing that is forecast; none where all keys match.</summary>
    public static IEnumerable<Message> Of(AllocationOptions options, IReadOnlyCollection<SeriesKey> series)
    {
        var districts = series.Select(key => key.District).ToHashSet(StringComparer.Ordinal);
        var services = series.Select(key => key.Service).ToHashSet(StringComparer.Ordinal);
        string[] budgets = [.. AllocationKeys.UnknownBudgets(options, districts, services).Order(StringComparer.Ordinal)];
        string[] yields = [.. AllocationKeys.UnknownYields(options, services).Order(StringComparer.Ordinal)];
        if (budgets.Length > 0)
            yield return options.Pool == AllocationPool.District
                ? AllocationMessages.UnknownDistricts(budgets)
                : AllocationMessages.UnknownBudgets(budgets);
        if (yields.Length > 0) yield return AllocationMessages.UnknownYields(yields);
    }
}
