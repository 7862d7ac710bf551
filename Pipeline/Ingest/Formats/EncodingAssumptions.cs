using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ingest.Formats.Encodings;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Tells how the encoding of a text was found, or why it was not.</summary>
internal static class EncodingAssumptions
{
    public static IEnumerable<Message> Of(EncodingVerdict verdict, TextScreen screen)
    {
        if (verdict.Name is { } name) yield return AssumptionMessages.Encoding(name);
        if (verdict.HasBroken) yield return AssumptionMessages.BrokenText();
        if (screen.HasTwice) yield return AssumptionMessages.Twice();
    }

    public static Message Refusal(EncodingDoubt doubt) => doubt.Kind switch
    {
        EncodingDoubtKind.Several => FileMessages.SeveralEncodings(doubt.Names),
        EncodingDoubtKind.Mixed => FileMessages.MixedEncodings(),
        EncodingDoubtKind.Binary => FileMessages.Binary(),
        _ => FileMessages.NoEncoding(),
    };
}
