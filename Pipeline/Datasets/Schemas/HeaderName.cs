namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>
/// Comparison form of headers and choices: without letter case, spaces, punctuation, byte order mark and full-width forms.
/// </summary>
internal static class HeaderName
{
    public static string Normalize(ReadOnlySpan<char> text)
    {
        Span<char> kept = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var raw in text)
        {
            var c = Narrow(raw);
            if (char.IsLetterOrDigit(c)) kept[length++] = char.ToLowerInvariant(c);
        }

        return new string(kept[..length]);
    }

    /// <summary>The ASCII form of a full-width character; other characters stay unchanged.</summary>
    public static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c;
}
