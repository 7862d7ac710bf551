using CommunityDemand.Pipeline.Ingest;

namespace CommunityDemand.Local.Uploading;

/// <summary>Classification of a user's files.</summary>
internal static class LocalFiles
{
    /// <summary>Classifies files and folders.</summary>
    /// <returns>The files to upload, mappings first, and a sentence for each file that belongs nowhere.</returns>
    /// <exception cref="UserErrorException">A file cannot be read, or a mapping is invalid.</exception>
    public static async Task<(IReadOnlyList<LocalUpload> Uploads, IReadOnlyList<string> Problems)> ClassifyAsync(
        IUploadClassifier classifier, IEnumerable<FileSystemInfo> paths, CancellationToken cancellationToken)
    {
        var (uploads, problems) = (new List<LocalUpload>(), new List<string>());
        foreach (var path in paths)
        {
            foreach (var placement in await ClassifyAsync(classifier, path, cancellationToken))
            {
                if (placement.Blob is { } blob) uploads.Add(new LocalUpload(new FileInfo(placement.File), placement.Container, blob));
                else problems.Add(placement.Problem ?? placement.File);
            }
        }

        foreach (var clash in uploads.GroupBy(upload => (upload.Container, upload.BlobName))
            .Where(group => group.DistinctBy(upload => upload.File.FullName).Count() > 1))
        {
            throw new UserErrorException(
                $"{string.Join(" and ", clash.Select(upload => upload.File.FullName))} would both be stored as {clash.Key.BlobName} and "
                    + "replace each other. Rename one, or ingest their common folder.");
        }

        return ([.. uploads.OrderBy(upload => upload.Container == Pipeline.Storage.StorageNames.UploadsContainer)], problems);
    }

    private static async Task<IReadOnlyList<UploadPlacement>> ClassifyAsync(
        IUploadClassifier classifier, FileSystemInfo path, CancellationToken cancellationToken)
    {
        try
        {
            return await classifier.ClassifyAsync(path.FullName, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path.FullName} cannot be read: {FileFaultMessages.Tell(unreadable)}.", unreadable);
        }
    }
}
