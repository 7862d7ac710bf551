using CommunityDemand.Domain.Time;

namespace CommunityDemand.Api.History;

/// <summary>The periods that a chart shows before the forecast.</summary>
/// <param name="First">First day of the first period.</param>
/// <param name="Last">Last day of the last period.</param>
internal sealed record HistorySpan(Cadence Cadence, DateOnly First, DateOnly Last)
{
    public int Count => Cadence.ShownPeriods;

    /// <summary>First day of a period.</summary>
    public DateOnly this[int period] => Cadence.Ahead(First.AddDays(-1), period + 1);

    /// <summary>Index of the period that contains a day; the index may be outside the span.</summary>
    public int IndexOf(DateOnly day) => Cadence.Between(First, day);
}
