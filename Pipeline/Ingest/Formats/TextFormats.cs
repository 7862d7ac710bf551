namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Formats that are told by how a text begins.</summary>
internal static class TextFormats
{
    private const int Beginning = 4096;

    /// <summary>The format of a text.</summary>
    /// <param name="isTabs">Whether its name says that tabs separate its values.</param>
    /// <exception cref="UnreadableUploadException">It is no table.</exception>
    public static UploadFormat Of(ReadOnlySpan<char> text, bool isTabs)
    {
        text = text.TrimStart("\uFEFF \t\r\n");
        var beginning = text[..Math.Min(text.Length, Beginning)];
        if (text is ['<', ..])
        {
            if (Has(beginning, "<?xml") || Has(beginning, "xmlns")) throw new UnreadableUploadException(FileMessages.Xml());
        }

        if (text is ['{', ..] && Next(text) is '"' or '}') return UploadFormat.JsonLines;
        if (text is ['[', ..] && Next(text) is '{' or ']') return UploadFormat.JsonArray;
        if (text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase))
            throw new UnreadableUploadException(FileMessages.WebPage());
        if (text.StartsWith("%PDF")) throw new UnreadableUploadException(FileMessages.Document());
        return isTabs ? UploadFormat.Tsv : UploadFormat.Csv;
    }

    private static bool Has(ReadOnlySpan<char> text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static char Next(ReadOnlySpan<char> text) => text[1..].TrimStart() is [var next, ..] ? next : default;
}
