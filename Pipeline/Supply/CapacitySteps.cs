using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Supply;

/// <summary>Daily capacity of a community's service, in steps.</summary>
/// <param name="Steps">Steps in ascending order of days; each holds until the next.</param>
internal sealed record CapacitySteps(string Community, string Service, IReadOnlyList<CapacityStep> Steps)
{
    /// <summary>The step of a day; null before the first.</summary>
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

    /// <summary>Person-visits a day; null before the first step, where capacity is unknown.</summary>
    public double? On(DateOnly day) => At(day)?.Daily;

    /// <summary>Capacity of the periods of a horizon; none of periods with days before the first step, where capacity is unknown.</summary>
    public IEnumerable<PeriodCapacity> Over(HorizonPeriods periods)
    {
        for (var period = 0; period < periods.Count; period++)
        {
            if (Over(periods[period], periods.EndOf(period)) is not { } step) continue;
            yield return new PeriodCapacity(period, step, periods.OpenDaysOf(period, step.OpenDays ?? OpenDays.Usual));
        }
    }

    private CapacityStep? Over(DateOnly first, DateOnly last)
    {
        if (first == last || At(first) is null) return At(first);
        var (daily, days) = (0.0, 0);
        for (var day = first; day <= last; day = day.AddDays(1), days++) daily += At(day)!.Value.Daily;
        return At(last)!.Value with { Daily = daily / days };
    }

    public static IReadOnlyList<CapacitySteps> Of(IEnumerable<CapacityFact> facts) =>
    [
        .. facts.GroupBy(f => (f.Community, f.Service))
            .OrderBy(g => g.Key.Community, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Service, StringComparer.Ordinal)
            .Select(g => new CapacitySteps(
                g.Key.Community, g.Key.Service,
                [.. g.OrderBy(f => f.From).Select(f => new CapacityStep(f.From, f.DailyCapacity, f.Staff, f.Funding, f.OpenDays))])),
    ];
}

/// <summary>A capacity step: daily capacity from a day on.</summary>
/// <param name="Staff">Number of employees; null if uploads give none.</param>
/// <param name="Funding">Funding; null if uploads give none.</param>
/// <param name="OpenDays">Days of a week on which the service is open; null if uploads give none.</param>
internal readonly record struct CapacityStep(
    DateOnly From, double Daily, double? Staff = null, double? Funding = null, double? OpenDays = null);
