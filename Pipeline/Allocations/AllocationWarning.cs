using CommunityDemand.Domain.Series;

namespace CommunityDemand.Pipeline.Allocations;

/// <summary>Tells a planner of what is configured and has no effect.</summary>
internal static class AllocationWarning
{
    /// <summary>One sentence for budgets and one for yields whose keys match nothing that is forecast; none where all do.</summary>
    public static IEnumerable<string> Of(AllocationOptions options, IReadOnlyCollection<SeriesKey> series)
    {
        var districts = series.Select(key => key.District).ToHashSet(StringComparer.Ordinal);
        var services = series.Select(key => key.Service).ToHashSet(StringComparer.Ordinal);
        string[] budgets = [.. AllocationKeys.UnknownBudgets(options, districts, services).Order(StringComparer.Ordinal)];
        string[] yields = [.. AllocationKeys.UnknownYields(options, services).Order(StringComparer.Ordinal)];
        var pool = options.Pool == AllocationPool.District ? "district" : "district/service or service";
        if (budgets.Length > 0) yield return $"Allocation:Budgets has {string.Join(", ", budgets)}, which is no {pool} with usage: these budgets were not shared out.";
        if (yields.Length > 0) yield return $"Allocation:Yields has {string.Join(", ", yields)}, which is no service with usage: these yields counted for nothing.";
    }
}
