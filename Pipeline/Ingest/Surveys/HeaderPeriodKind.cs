namespace CommunityDemand.Pipeline.Ingest.Surveys;

/// <summary>What a header says of a time.</summary>
internal enum HeaderPeriodKind
{
    /// <summary>A whole date: <c>2025-03-07</c>.</summary>
    Day,

    /// <summary>A week with its year: <c>2025-W36</c>.</summary>
    Week,

    /// <summary>A month with its year: <c>2025-03</c>, <c>Mar 2025</c>.</summary>
    Month,

    /// <summary>A quarter with its year: <c>2025Q3</c>.</summary>
    Quarter,

    /// <summary>A month whose year stands elsewhere: <c>3月</c>, <c>March</c>.</summary>
    MonthOfYear,

    /// <summary>A day whose month stands elsewhere: <c>7</c>, <c>7日</c>.</summary>
    DayOfMonth,

    Year,

    /// <summary>A period that no mapping reads.</summary>
    Unread,
}
