namespace CommunityDemand.Pipeline.Ingest.Schemas;

/// <summary>Places of the cells of a usage row, which is summed rather than stored.</summary>
internal static class UsageCells
{
    public const int Community = 0;
    public const int Service = 1;
    public const int Date = 2;
    public const int Group = 3;
    public const int Visits = 4;
    public const int Unmet = 5;
    public const int StaffHours = 6;
    public const int ResponseMinutes = 7;
    public const int EventId = 8;
}
