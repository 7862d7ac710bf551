namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>Indices of the cells of a usage row and of its daily sum. Both have the same cells up to the end of the shorter.</summary>
internal static class UsageCells
{
    public static int Community { get; } = UsageFact.Schema.PlaceOf(nameof(UsageFact.Community));

    public static int Service { get; } = UsageFact.Schema.PlaceOf(nameof(UsageFact.Service));

    public static int Date { get; } = UsageFact.Schema.PlaceOf(nameof(UsageFact.Date));

    public static int Group { get; } = UsageFact.Schema.PlaceOf(nameof(UsageFact.Group));

    public static int Visits { get; } = UsageFact.Schema.PlaceOf(nameof(UsageFact.Visits));

    public static int Unmet { get; } = UsageFact.Schema.PlaceOf(nameof(UsageFact.Unmet));

    public static int StaffHours { get; } = UsageFact.Schema.PlaceOf(nameof(UsageFact.StaffHours));

    public static int ResponseMinutes { get; } = UsageFact.Schema.PlaceOf(nameof(UsageFact.Responses));

    /// <summary>Index of the id; daily sums have none.</summary>
    public static int EventId { get; } = UsageFact.Schema.IdIndex;

    /// <summary>Number of bins in the histogram.</summary>
    public static int Bins { get; } = ResponseTimes.Columns.Length;

    /// <summary>Index of the first bin; only daily sums have bins.</summary>
    public static int FirstBin { get; } = UsageFact.Schema.Facts.Length - Bins;
}
