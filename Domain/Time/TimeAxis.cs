namespace CommunityDemand.Domain.Time;

/// <summary>A time axis: the consecutive periods that all series of a panel share.</summary>
public sealed record TimeAxis
{
    /// <param name="frequency">Length of a period.</param>
    /// <param name="start">Any moment in the first period; floored to the start of the period.</param>
    /// <param name="count">Number of periods, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public TimeAxis(Frequency frequency, DateTime start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Frequency = frequency;
        Start = frequency.Floor(start);
        Count = count;
    }

    public Frequency Frequency { get; }

    /// <summary>Start of the first period, which has index 0.</summary>
    public DateTime Start { get; }

    /// <summary>Number of periods.</summary>
    public int Count { get; }

    /// <summary>
    /// Start of a period. Indices past the end give the periods to forecast; negative indices give periods before the axis.
    /// </summary>
    public DateTime this[int period] => Frequency.Add(Start, period);

    /// <summary>Index of the period that contains <paramref name="moment"/>; the index may be outside 0..Count-1.</summary>
    public int IndexOf(DateTime moment) => Frequency.Between(Start, moment);

    /// <summary>The same axis with another number of periods.</summary>
    public TimeAxis WithCount(int count) => new(Frequency, Start, count);
}
