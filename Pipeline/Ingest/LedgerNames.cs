using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>The files of a dataset that the ledger names.</summary>
/// <param name="Live">Facts that count.</param>
/// <param name="Dead">Files that stopped counting and may still be read.</param>
internal sealed record LedgerNames(IReadOnlyList<LiveRow> Live, IReadOnlyList<DeadRow> Dead)
{
    private readonly HashSet<string> _uploads = [.. Live.Select(live => live.UploadId), .. Dead.Select(dead => dead.UploadId)];
    private readonly HashSet<string> _blobs = [.. Dead.Select(dead => dead.Blob).OfType<string>()];

    public static async Task<LedgerNames> ReadAsync(UploadLedger ledger, string dataset, CancellationToken cancellationToken)
    {
        var names = new LedgerNames(
            await ledger.ReadAsync<LiveRow>(dataset, LiveRow.Prefix, cancellationToken).ToListAsync(cancellationToken),
            await ledger.ReadAsync<DeadRow>(dataset, DeadRow.Prefix, cancellationToken).ToListAsync(cancellationToken));
        await foreach (var segment in ledger.ReadAsync<SegmentRow>(dataset, SegmentRow.Prefix, cancellationToken))
            names._blobs.Add(segment.Name);
        await foreach (var path in ledger.ReadAsync<PathRow>(dataset, PathRow.Prefix, cancellationToken))
        {
            if (path.Quarantine is not null) names._blobs.Add(path.Quarantine);
        }

        return names;
    }

    /// <summary>Whether fact files of an upload count, or did.</summary>
    public bool HasUpload(string uploadId) => _uploads.Contains(uploadId);

    /// <summary>Whether a file of ids or of rejected rows is in use.</summary>
    public bool HasBlob(string name) => _blobs.Contains(name);
}
