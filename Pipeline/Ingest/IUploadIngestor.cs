using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>Turns uploads into facts, once each.</summary>
public interface IUploadIngestor
{
    /// <summary>Ingests one blob of container <c>uploads</c>. Bad input never throws: it is quarantined and accounted for.</summary>
    /// <param name="blobName">The whole path inside the container.</param>
    /// <param name="progress">Told of bytes read, if given.</param>
    /// <exception cref="Azure.RequestFailedException">
    /// Storage failed; nothing of the file counts, and a later call finishes the work.
    /// </exception>
    Task<UploadAccount> IngestAsync(string blobName, IProgress<IngestProgress>? progress, CancellationToken cancellationToken);

    /// <summary>
    /// Ingests every blob of container <c>uploads</c> that is new or changed, and clears away what crashed passes left behind.
    /// </summary>
    Task<IReadOnlyList<UploadAccount>> SweepAsync(IProgress<IngestProgress>? progress, CancellationToken cancellationToken);
}
