using CommunityDemand.Domain.Improvements;
using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Indicators.Improvements;

/// <summary>All measures by community and day, so that the effect of one measure is not attributed to another.</summary>
internal sealed class MeasureBook
{
    private readonly ILookup<string, ImprovementFact> _byCommunity;

    public MeasureBook(IEnumerable<ImprovementFact> begun, ComparisonSteps steps)
    {
        Steps = steps;
        All = [.. begun];
        Services = All.Where(measure => measure.Service is not null).Select(measure => measure.Service!).ToHashSet(StringComparer.Ordinal);
        _byCommunity = All.ToLookup(measure => measure.Community, StringComparer.Ordinal);
    }

    public IReadOnlyList<ImprovementFact> All { get; }

    /// <summary>Steps of the comparison.</summary>
    public ComparisonSteps Steps { get; }

    /// <summary>Services with a measure.</summary>
    public IReadOnlySet<string> Services { get; }

    /// <summary>
    /// Whether a community counts as untreated for a service up to a day: never treated, or treated later. A community treated earlier is
    /// not a control, because the effect may still grow (Goodman-Bacon 2021, Journal of Econometrics 225; the not yet treated: Callaway
    /// and Sant'Anna 2021, in the same volume).
    /// </summary>
    /// <param name="service">Service; null for all.</param>
    public bool IsUntreated(string community, string? service, DateOnly until) =>
        !_byCommunity[community].Any(measure => Concerns(measure, service) && measure.Start <= until);

    /// <summary>First and last day of the time in which no other measure began or ended for the service.</summary>
    public (DateOnly First, DateOnly Last) Undisturbed(ImprovementFact measure, DateOnly first, DateOnly last)
    {
        var week = Steps.IndexOf(measure.Start);
        if (measure.End is { } end && end < last) last = end;
        foreach (var change in _byCommunity[measure.Community]
            .Where(other => other != measure && Concerns(other, measure.Service))
            .SelectMany(other => other.End is { } over ? new[] { other.Start, over } : [other.Start]))
        {
            var at = Steps.IndexOf(change);
            if (at < week && Steps.FirstDayOf(at + 1) > first) first = Steps.FirstDayOf(at + 1);
            if (at > week && change.AddDays(-1) < last) last = change.AddDays(-1);
        }

        return (first, last);
    }

    private static bool Concerns(ImprovementFact measure, string? service) =>
        measure.Service is null || service is null || measure.Service == service;
}
