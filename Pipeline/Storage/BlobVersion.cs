using Azure;

namespace CommunityDemand.Pipeline.Storage;

/// <summary>A blob as it stood when it was listed.</summary>
/// <param name="Path">Its name inside the container.</param>
/// <param name="ETag">Changes with each writing, of the same bytes too.</param>
internal sealed record BlobVersion(string Path, ETag? ETag);
