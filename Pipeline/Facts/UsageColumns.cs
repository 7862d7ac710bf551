namespace CommunityDemand.Pipeline.Facts;

/// <summary>The columns of a usage fact file: the key, the sums, and the histogram of <see cref="ResponseTimes"/>.</summary>
internal static class UsageColumns
{
    public const int Community = 0;
    public const int Service = 1;
    public const int Date = 2;
    public const int Group = 3;
    public const int Visits = 4;
    public const int Unmet = 5;
    public const int StaffHours = 6;
    public const int ResponseMinutes = 7;

    /// <summary>The first of the histogram's bins.</summary>
    public const int FirstBin = 8;

    public static int Bins { get; } = ResponseTimes.UpperBounds.Count + 1;

    public static FactColumn[] All { get; } =
    [
        new("community", FactColumnKind.Text),
        new("service", FactColumnKind.Text),
        new("date", FactColumnKind.Date),
        new("group", FactColumnKind.Text),
        new("visits", FactColumnKind.Number),
        new("unmet", FactColumnKind.Number),
        new("staff_hours", FactColumnKind.Number),
        new("response_minutes", FactColumnKind.Number),
        .. ResponseTimes.UpperBounds.Select(bound => new FactColumn($"responses_to_{bound}", FactColumnKind.Number)),
        new("responses_above", FactColumnKind.Number),
    ];
}
