namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>Latest valid day of a column.</summary>
internal enum DayBound
{
    /// <summary>Tomorrow, for past events: time zones may be ahead of the clock.</summary>
    Tomorrow,

    /// <summary>Twenty years ahead, for plans.</summary>
    Planned,

    /// <summary>Any day, for ends, which are often written as 9999-12-31.</summary>
    Any,
}
