namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>Takes the escapes out of a value.</summary>
internal static class Unescaping
{
    /// <summary>Writes the value as it is meant.</summary>
    /// <param name="into">At least as long as the value.</param>
    /// <returns>Characters written.</returns>
    public static int Write(ReadOnlySpan<char> raw, Dialect dialect, Span<char> into)
    {
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == dialect.Escape && i + 1 < raw.Length && IsEscaped(raw[i + 1], dialect)) i++;
            else if (raw[i] == dialect.Quote && i + 1 < raw.Length && raw[i + 1] == dialect.Quote) i++;
            into[length++] = raw[i];
        }

        return length;
    }

    /// <summary>The value as it is meant.</summary>
    public static string Of(ReadOnlySpan<char> raw, Dialect dialect)
    {
        var into = new char[raw.Length];
        return new string(into, 0, Write(raw, dialect, into));
    }

    private static bool IsEscaped(char c, Dialect dialect) => c is '"' or '\'' || c == dialect.Escape || c == dialect.Delimiter[0];
}
