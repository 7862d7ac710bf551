namespace CommunityDemand.Local.Uploading;

/// <summary>A local file, and its place in storage.</summary>
/// <param name="File">The file.</param>
/// <param name="Container">Container: uploads or mappings.</param>
/// <param name="BlobName">Path inside the container; for an upload, the first segment is the dataset.</param>
internal sealed record LocalUpload(FileInfo File, string Container, string BlobName);
