namespace CommunityDemand.Pipeline.Reading;

/// <summary>An answer of <see cref="ITableReader"/>, ready for any HTTP host.</summary>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="ContentType">Media type with charset.</param>
/// <param name="Body">The body; empty for 304.</param>
/// <param name="ETag">Strong validator of a 200 or 304, quoted.</param>
/// <param name="NextPage">
/// Value of <c>page</c> for the page that follows; null at the end. Hosts send it as header <c>x-next-page</c>.
/// </param>
public sealed record TableResponse(int StatusCode, string ContentType, ReadOnlyMemory<byte> Body, string? ETag, string? NextPage);
