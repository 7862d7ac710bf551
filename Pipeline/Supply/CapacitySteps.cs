using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Supply;

/// <summary>What a community can serve of a service a day, in steps.</summary>
/// <param name="Steps">By ascending day; each holds until the next.</param>
internal sealed record CapacitySteps(string Community, string Service, IReadOnlyList<CapacityStep> Steps)
{
    /// <summary>Person-visits a day; null before the first step, when nothing is known.</summary>
    public double? On(DateOnly day) => At(day)?.Daily;

    /// <summary>The step that holds on a day; null before the first.</summary>
    public CapacityStep? At(DateOnly day)
    {
        CapacityStep? current = null;
        foreach (var step in Steps)
        {
            if (step.From > day) break;
            current = step;
        }

        return current;
    }

    public static IReadOnlyList<CapacitySteps> Of(IEnumerable<CapacityFact> facts) =>
    [
        .. facts.GroupBy(f => (f.Community, f.Service))
            .OrderBy(g => g.Key.Community, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Service, StringComparer.Ordinal)
            .Select(g => new CapacitySteps(
                g.Key.Community, g.Key.Service, [.. g.OrderBy(f => f.From).Select(f => new CapacityStep(f.From, f.DailyCapacity, f.Staff, f.Funding))])),
    ];
}

/// <summary>From a day on, so many person-visits a day.</summary>
/// <param name="Staff">Employees that serve them; null if no upload says.</param>
/// <param name="Funding">Money that it takes; null if no upload says.</param>
internal readonly record struct CapacityStep(DateOnly From, double Daily, double? Staff = null, double? Funding = null);
