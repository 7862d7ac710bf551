namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>What came of reading a day.</summary>
internal enum DayReading
{
    Day,

    /// <summary>The text is no day.</summary>
    None,

    /// <summary>The text is one day under one order and another under the other.</summary>
    Doubtful,

    /// <summary>The text is a week, a month, a quarter or a year.</summary>
    Period,
}
