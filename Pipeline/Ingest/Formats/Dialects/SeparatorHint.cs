namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>The line by which spreadsheet programs are told the delimiter: <c>sep=;</c>, also in quotes.</summary>
internal static class SeparatorHint
{
    /// <summary>The delimiter that a text names in its first line that is not blank, or null.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        var line = SampleRows.FirstLine(text.TrimStart("\uFEFF\r\n"), out _);
        return TryRead(line, out var delimiter) ? delimiter.ToString() : null;
    }

    /// <summary>Whether a line is such a hint.</summary>
    public static bool TryRead(ReadOnlySpan<char> line, out char delimiter)
    {
        line = line.Trim(" \uFEFF").Trim('"');
        delimiter = line.Length > 4 ? line[4] : default;
        return line.Length > 4 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line[4..].TrimEnd(delimiter).IsEmpty;
    }
}
