namespace CommunityDemand.Pipeline.Ingest.Quarantine;

/// <summary>The columns of a quarantine file. Files of earlier versions end with the original.</summary>
public static class QuarantineColumns
{
    /// <summary>Why the row was rejected, in English.</summary>
    public const string Reason = "reason";

    /// <summary>Code of the reason.</summary>
    public const string Code = "code";

    /// <summary>Arguments of the reason, as a JSON object; empty for none.</summary>
    public const string Arguments = "arguments";

    /// <summary>The sheet of the row, where several were read; otherwise empty.</summary>
    public const string Sheet = "sheet";

    public static IReadOnlyList<string> All { get; } = ["file", "line", "column", Reason, "original", Code, Arguments, Sheet];
}
