namespace CommunityDemand.Local.Uploading;

/// <summary>A file of this machine and the name that it takes in container <c>uploads</c>.</summary>
/// <param name="File">The file.</param>
/// <param name="BlobName">Path inside the container, the dataset first.</param>
internal sealed record LocalUpload(FileInfo File, string BlobName);
