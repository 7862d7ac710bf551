using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ingest.Formats.Encodings;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Finds rows whose text was encoded twice; looks only where the first pass saw any.</summary>
/// <param name="HasTwice">Whether some of the text was.</param>
internal readonly record struct TextScreen(bool HasTwice)
{
    /// <summary>Why a row is not to be believed; null where it is.</summary>
    public Message? FaultOf(ReadOnlySpan<char> row) => HasTwice && TwiceEncoded.IsIn(row) ? RowMessages.TwiceEncoded : null;
}
