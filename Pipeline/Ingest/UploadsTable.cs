using Azure.Data.Tables;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>Tells the public table <c>Uploads</c> what the ledger knows. Its columns are documented in docs/uploads.md.</summary>
internal sealed class UploadsTable(IngestStorage storage, UploadLedger ledger)
{
    /// <summary>Writes the entity of a path as the ledger has it, and notes there that it is written.</summary>
    public async Task<PathRow> ProjectAsync(string dataset, string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await ledger.FindAsync<PathRow>(dataset, LedgerKeys.Path(path), cancellationToken)
                ?? throw new InvalidOperationException($"The ledger lost its row of '{path}'.");
            await storage.UploadsTable.UpsertEntityAsync(Entity(row), TableUpdateMode.Replace, cancellationToken);
            if (await ledger.TryMarkProjectedAsync(row, cancellationToken)) return row;
        }
    }

    private static TableEntity Entity(PathRow path) => UploadsRow.Table.Entity(
        new UploadsRow
        {
            Path = path.Path,
            Dataset = path.PartitionKey,
            Status = path.Status.ToLowerInvariant(),
            Read = path.Read,
            Kept = path.Kept,
            Rejected = path.Rejected,
            Duplicates = path.Duplicates,
            Reasons = path.Reasons,
            Message = path.Message,
            Quarantine = path.Quarantine,
            FirstDay = path.FirstDay is { } first ? DateOnly.FromDateTime(first) : null,
            LastDay = path.LastDay is { } last ? DateOnly.FromDateTime(last) : null,
            Bytes = path.Bytes,
            Encoding = path.Encoding,
            Mapping = path.Mapping,
            ModifiedAt = path.Modified,
            IngestedAt = path.IngestedAt,
        },
        path.PartitionKey,
        TableKey.OfPath(path.Path));
}
