using CommunityDemand.Pipeline.Ingest.Formats.Encodings;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Tells how the encoding of a text was found, or why it was not.</summary>
internal static class EncodingAssumptions
{
    public static IEnumerable<string> Of(EncodingVerdict verdict, TextScreen screen)
    {
        if (verdict.Name is { } name) yield return ReadingMessages.EncodingFound(name);
        if (verdict.HasBroken) yield return ReadingMessages.BrokenText;
        if (screen.HasTwice) yield return ReadingMessages.Twice;
    }

    public static string Refusal(EncodingDoubt doubt) => doubt.Kind switch
    {
        EncodingDoubtKind.Several => ReadingMessages.SeveralEncodings(string.Join(", ", doubt.Names)),
        EncodingDoubtKind.Mixed => ReadingMessages.MixedEncodings,
        EncodingDoubtKind.Binary => ReadingMessages.Binary,
        _ => ReadingMessages.NoEncoding,
    };
}
