using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>Days of a panel, both ends inclusive, in whole periods.</summary>
/// <param name="First">First day of the first period.</param>
/// <param name="Last">Last day of the last period.</param>
internal readonly record struct HistoryWindow(Cadence Cadence, DateOnly First, DateOnly Last)
{
    /// <summary>Number of periods.</summary>
    public int Count => Cadence.Between(First, Last) + 1;

    /// <summary>Number of days.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Index of the period that contains a day; the index may be outside the window.</summary>
    public int IndexOf(DateOnly day) => Cadence.Between(First, day);

    /// <summary>First day of a period.</summary>
    public DateOnly FirstDayOf(int period) => Cadence.Ahead(First.AddDays(-1), period + 1);

    /// <summary>Last day of a period.</summary>
    public DateOnly LastDayOf(int period) => Cadence.LastDay(FirstDayOf(period));
}
