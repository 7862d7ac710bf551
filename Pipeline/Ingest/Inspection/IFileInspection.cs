using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>Tells how a file would be ingested by the mappings in storage. Stores nothing.</summary>
public interface IFileInspection
{
    /// <summary>Reads a file.</summary>
    /// <param name="name">Name of the file, without folders.</param>
    /// <param name="content">The file.</param>
    /// <param name="language">Language of the comments in the proposed mapping.</param>
    Task<FileReport> InspectAsync(string name, ReadOnlyMemory<byte> content, Language language, CancellationToken cancellationToken);
}
