using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Pipeline.Publish;

/// <summary>What a community can serve of a service a day, in steps.</summary>
/// <param name="Steps">By ascending day; each holds until the next.</param>
internal sealed record CapacitySteps(string Community, string Service, IReadOnlyList<CapacityStep> Steps)
{
    /// <summary>Person-visits a day; null before the first step, when nothing is known.</summary>
    public double? On(DateOnly day)
    {
        double? capacity = null;
        foreach (var step in Steps)
        {
            if (step.From > day) break;
            capacity = step.Daily;
        }

        return capacity;
    }

    public static IReadOnlyList<CapacitySteps> Of(IEnumerable<CapacityFact> facts) =>
    [
        .. facts.GroupBy(f => (f.Community, f.Service))
            .OrderBy(g => g.Key.Community, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Service, StringComparer.Ordinal)
            .Select(g => new CapacitySteps(
                g.Key.Community, g.Key.Service, [.. g.OrderBy(f => f.From).Select(f => new CapacityStep(f.From, f.DailyCapacity))])),
    ];
}

/// <summary>From a day on, so many person-visits a day.</summary>
internal readonly record struct CapacityStep(DateOnly From, double Daily);
