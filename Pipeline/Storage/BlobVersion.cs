using Azure;

namespace CommunityDemand.Pipeline.Storage;

/// <summary>A blob as listed.</summary>
/// <param name="Path">Name inside the container.</param>
/// <param name="ETag">Entity tag; it changes with each write, even of the same bytes.</param>
internal sealed record BlobVersion(string Path, ETag? ETag);
