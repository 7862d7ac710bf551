namespace CommunityDemand.Pipeline.Ingest;

/// <summary>Says where the files of a folder belong in storage.</summary>
public interface IUploadClassifier
{
    /// <summary>
    /// Looks at every file of a folder and below it, or at a single file. A file belongs to the dataset that its folder is named after,
    /// else to the one its name begins with, else to the one whose mapping fits its header, or that knows most of its columns. Files
    /// <c>*.mapping.json</c> are mappings; they are taken into account at once.
    /// </summary>
    /// <param name="path">A folder or a file.</param>
    /// <returns>Mappings first, then uploads, each in order of their paths. Hidden files are left out.</returns>
    /// <exception cref="IOException">A file can't be read.</exception>
    Task<IReadOnlyList<UploadPlacement>> ClassifyAsync(string path, CancellationToken cancellationToken);
}
