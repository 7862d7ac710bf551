using Azure.Data.Tables;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>
/// Tells the public table <c>Uploads</c> what the ledger knows. The columns are those that <see cref="PathRow"/> declares.
/// </summary>
internal sealed class UploadsTable(IngestStorage storage, UploadLedger ledger)
{
    /// <summary>Writes the entity of a path as the ledger has it, and notes there that it is written.</summary>
    public async Task<PathRow> ProjectAsync(string dataset, string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await ledger.FindAsync<PathRow>(dataset, LedgerKeys.Path(path), cancellationToken)
                ?? throw new InvalidOperationException($"The ledger lost its row of '{path}'.");
            await storage.UploadsTable.UpsertEntityAsync(
                PathRow.Table.Entity(row, dataset, TableKey.OfPath(path)), TableUpdateMode.Replace, cancellationToken);
            if (await ledger.TryMarkProjectedAsync(row, cancellationToken)) return row;
        }
    }
}
