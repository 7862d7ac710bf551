using Azure;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Schemas;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>Reads the fact files of the uploads that count, one file in memory at a time.</summary>
internal sealed class LiveFacts(BlobServiceClient blobs, UploadLedger ledger)
{
    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(StorageNames.FactsContainer);

    /// <summary>The uploads of a dataset that count, oldest first: by the time of the blob, then by its path.</summary>
    public async Task<IReadOnlyList<LiveRow>> UploadsAsync(string dataset, CancellationToken cancellationToken)
    {
        var uploads = new List<LiveRow>();
        try
        {
            await foreach (var live in ledger.ReadAsync<LiveRow>(dataset, LiveRow.Prefix, cancellationToken)) uploads.Add(live);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == TableErrorCode.TableNotFound || missing.ErrorCode == TableErrorCode.ResourceNotFound)
        {
            // Nothing was ever ingested.
        }

        return [.. uploads.OrderBy(u => u.Modified).ThenBy(u => u.Path, StringComparer.Ordinal)];
    }

    /// <summary>The rows of a dataset between two days, in storage order.</summary>
    public async IAsyncEnumerable<Cell[]> RowsAsync(
        DatasetSchema schema,
        DateOnly first,
        DateOnly last,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var date = schema.PartitionIndex;
        foreach (var upload in await UploadsAsync(schema.Name, cancellationToken))
        {
            if (date >= 0 && (Day(upload.FirstDay) > last || Day(upload.LastDay) < first)) continue;
            foreach (var name in FactPartNames.Read(schema.Name, upload.UploadId, upload.Parts, first.Year, last.Year))
            {
                await using var file = new MemoryStream();
                await _container.GetBlobClient(name).DownloadToAsync(file, cancellationToken);
                file.Position = 0;
                await foreach (var row in FactFile.ReadAsync(schema.Facts, file, date, first, last, cancellationToken))
                {
                    if (date < 0 || (row[date].Day >= first && row[date].Day <= last)) yield return row;
                }
            }
        }
    }

    private static DateOnly? Day(DateTime? utc) => utc is { } moment ? DateOnly.FromDateTime(moment) : null;
}
