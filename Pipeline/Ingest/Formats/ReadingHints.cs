using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>What the owner of a file says of it; whatever is null is found.</summary>
/// <param name="Encoding">The encoding of a text.</param>
/// <param name="Delimiter">What stands between two values.</param>
/// <param name="HeaderRow">Physical line or sheet row of the header, from 1.</param>
/// <param name="Sheet">
/// Name, number from 1 or pattern (<c>*</c>) of the sheets to read; <c>all</c> for each that is shown.
/// </param>
internal sealed record ReadingHints(Encoding? Encoding = null, string? Delimiter = null, int? HeaderRow = null, string? Sheet = null)
{
    public static ReadingHints None { get; } = new();
}
