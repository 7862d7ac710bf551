namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>How delimited text is written.</summary>
/// <param name="Delimiter">What stands between two values: one character or several.</param>
/// <param name="Quote">What stands around a value that holds a delimiter; null where quotes mean nothing.</param>
/// <param name="Escape">What stands before a quote inside a quoted value; null where such a quote is doubled.</param>
/// <param name="SpaceFollows">Whether each delimiter is followed by a space that belongs to it.</param>
internal sealed record Dialect(string Delimiter, char? Quote = '"', char? Escape = null, bool SpaceFollows = false)
{
    /// <summary>RFC 4180.</summary>
    public static Dialect Csv { get; } = new(",");
}
