namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>
/// The form in which headers and choices are compared: no case, spaces, punctuation, byte order mark or full-width forms.
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

    /// <summary>The ASCII form of a full-width character; any other as it is.</summary>
    public static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c;
}
