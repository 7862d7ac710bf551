using System.Buffers;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>What no text may contain.</summary>
internal static class TextRules
{
    private const string LineBreaks = "\t\n\r";

    private static readonly SearchValues<char> Control = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(i => (char)i)]);

    /// <summary>Why the text can't be kept, or null.</summary>
    public static Message? Fault(ReadOnlySpan<char> text, bool allowLineBreaks)
    {
        if (text.Contains('\uFFFD')) return ValueMessages.NotDecoded;
        for (var rest = text; rest.IndexOfAny(Control) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            if (!allowLineBreaks || !LineBreaks.Contains(rest[at])) return ValueMessages.ControlCharacter;
        }

        return null;
    }
}
