using CommunityDemand.Pipeline.Ingest.Formats.Encodings;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Finds rows whose characters were damaged before they came; looks only where the first pass saw any.</summary>
/// <param name="HasBroken">Whether some bytes of the text are no characters.</param>
/// <param name="HasTwice">Whether some of it was encoded twice.</param>
internal readonly record struct TextScreen(bool HasBroken, bool HasTwice)
{
    private const char Broken = '\uFFFD';

    /// <summary>Why a row is not to be believed; null where it is.</summary>
    public string? FaultOf(ReadOnlySpan<char> row)
    {
        if (HasBroken && row.Contains(Broken)) return ReadingMessages.BrokenCharacter;
        return HasTwice && TwiceEncoded.IsIn(row) ? ReadingMessages.TwiceEncoded : null;
    }
}
