namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>What a workbook may ask of memory and time, beside <see cref="ReadLimits"/>.</summary>
internal static class WorkbookLimits
{
    public const int Parts = 10_000;

    public const int Sheets = 1_000;

    /// <summary>Merged cells of a sheet.</summary>
    public const int Merged = 200_000;

    /// <summary>Old workbooks have 65,536 rows a sheet; they are read from memory.</summary>
    public const long OldBytes = 64L << 20;

    /// <summary>A web page becomes a tree of some forty times its size in memory.</summary>
    public const long PageBytes = 8L << 20;
}
