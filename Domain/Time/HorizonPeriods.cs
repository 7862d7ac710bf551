namespace CommunityDemand.Domain.Time;

/// <summary>The periods of a forecast.</summary>
/// <param name="Origin">Last day that the forecast uses: the end of a period.</param>
/// <param name="Count">Number of periods.</param>
/// <param name="OpenDays">Open days of each period; empty where periods are days.</param>
public sealed record HorizonPeriods(Cadence Cadence, DateOnly Origin, int Count, IReadOnlyList<OpenDays> OpenDays)
{
    /// <summary>First day of the first period.</summary>
    public DateOnly First => Origin.AddDays(1);

    /// <summary>Last day of the last period.</summary>
    public DateOnly Last => Cadence.End(Origin, Count);

    /// <summary>First day of a period, from 0.</summary>
    public DateOnly this[int period] => Cadence.Ahead(Origin, period + 1);

    /// <summary>Last day of a period, from 0.</summary>
    public DateOnly EndOf(int period) => Cadence.End(Origin, period + 1);

    /// <summary>Index of the period that contains a day; null outside the horizon.</summary>
    public int? IndexOf(DateOnly day) =>
        day > Origin && Cadence.Between(First, day) is var period && period < Count ? period : null;

    /// <summary>Days of a period on which a service is open.</summary>
    /// <param name="daysAWeek">Days of a usual week on which the service is open.</param>
    public double OpenDaysOf(int period, double daysAWeek) => OpenDays.Count == 0 ? 1 : OpenDays[period].At(daysAWeek);
}
