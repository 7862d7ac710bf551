using System.Buffers;

namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>Rules for the content of texts.</summary>
internal static class TextRules
{
    private const string LineBreaks = "\t\n\r";

    private static readonly SearchValues<char> Control = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(i => (char)i)]);

    /// <summary>The reason why the text cannot be stored, or null.</summary>
    public static string? Fault(ReadOnlySpan<char> text, bool allowLineBreaks)
    {
        if (text.Contains('\uFFFD')) return "characters that could not be decoded";
        for (var rest = text; rest.IndexOfAny(Control) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            if (!allowLineBreaks || !LineBreaks.Contains(rest[at])) return "control character";
        }

        return null;
    }
}
