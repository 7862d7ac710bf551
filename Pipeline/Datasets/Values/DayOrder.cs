namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>
/// Whether the day or the month stands first in the dates of a column that write the year last. <c>3/7/2025</c> alone doesn't tell it.
/// </summary>
internal enum DayOrder
{
    /// <summary>Nothing is known yet: a date that reads differently under the two orders can't be read.</summary>
    Unknown,

    DayFirst,

    MonthFirst,

    /// <summary>The column has dates of both orders, or of none: a date that reads differently under the two can't be read.</summary>
    Mixed,
}
