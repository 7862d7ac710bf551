using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>Finds an encoding by the name that an owner gives.</summary>
internal static class EncodingName
{
    private static readonly DecoderReplacementFallback Marked = new("\uFFFD");

    /// <summary>The encoding, which marks bytes that it has no character for; null where the name is none.</summary>
    public static Encoding? Find(string name)
    {
        if (CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, Marked) is { } found) return found;
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, Marked);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            // A name that nothing knows.
            return null;
        }
    }
}
