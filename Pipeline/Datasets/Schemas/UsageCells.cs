namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>Places of the cells of a usage row and of its daily sum, which agree as far as both go.</summary>
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

    public static int Period { get; } = UsageFact.Schema.PlaceOf(nameof(UsageFact.Period));

    /// <summary>What a sum is of.</summary>
    public static int[] Identity { get; } = [Community, Service, Date, Group, Period];

    /// <summary>The same, the day first.</summary>
    public static int[] ByDay { get; } = [Date, Community, Service, Group, Period];

    /// <summary>What is counted.</summary>
    public static int[] Figures { get; } = [Visits, Unmet, StaffHours, ResponseMinutes];

    /// <summary>Place of the id; daily sums have none.</summary>
    public static int EventId { get; } = UsageFact.Schema.IdIndex;

    /// <summary>Number of the histogram's bins.</summary>
    public static int Bins { get; } = ResponseTimes.Columns.Length;

    /// <summary>Place of the first bin; only daily sums have them.</summary>
    public static int FirstBin { get; } = UsageFact.Schema.Facts.Length - Bins;
}
