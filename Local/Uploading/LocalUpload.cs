namespace CommunityDemand.Local.Uploading;

/// <summary>A file of this machine and where it belongs in storage.</summary>
/// <param name="File">The file.</param>
/// <param name="Container">The container: uploads or mappings.</param>
/// <param name="BlobName">Path inside the container; of an upload, the dataset first.</param>
internal sealed record LocalUpload(FileInfo File, string Container, string BlobName);
