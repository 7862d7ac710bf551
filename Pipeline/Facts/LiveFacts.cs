using Azure;
using Azure.Data.Tables.Models;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>Reads the fact files of the uploads that count, one file in memory at a time, and what the ledger says of them.</summary>
internal sealed class LiveFacts(FactPlaces places, UploadLedger ledger)
{
    /// <summary>The uploads of a dataset that count, oldest first: by the time of the blob, then by its path.</summary>
    public async Task<IReadOnlyList<LiveRow>> UploadsAsync(string dataset, CancellationToken cancellationToken)
    {
        var uploads = new List<LiveRow>();
        try
        {
            await foreach (var live in ledger.ReadAsync<LiveRow>(dataset, LiveRow.Prefix, cancellationToken)) uploads.Add(live);
        }
        catch (RequestFailedException missing) when (
            missing.ErrorCode == TableErrorCode.TableNotFound || missing.ErrorCode == TableErrorCode.ResourceNotFound)
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
        var uploads = await UploadsAsync(schema.Name, cancellationToken);
        var replaced = new ReplacedCells(
            (upload, from, to) => RowsAsync(schema.Name, upload, schema.Facts, date, from, to, cancellationToken), uploads);
        foreach (var upload in uploads)
        {
            if (date >= 0 && IsOutside(upload, first, last)) continue;
            await foreach (var row in replaced.LeftAsync(upload, first, last, cancellationToken)) yield return row;
        }
    }

    /// <summary>On which days between two the communities reported usage.</summary>
    public async IAsyncEnumerable<ReportedDay> ReportedDaysAsync(
        DateOnly first, DateOnly last, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var schema = UsageFact.Schema;
        var dataset = schema.Name;
        var uploads = (await UploadsAsync(dataset, cancellationToken)).Where(upload => !IsOutside(upload, first, last)).ToArray();
        if (uploads.Length == 0) yield break;
        var pieces = uploads.Where(upload => upload.Days > 0)
            .ToDictionary(upload => upload.Owner, upload => upload.Days, StringComparer.Ordinal);
        await foreach (var bytes in ReportsAsync(dataset, pieces, cancellationToken))
        {
            foreach (var day in ReportedDays.Read(bytes))
            {
                if (day.Date >= first && day.Date <= last) yield return day;
            }
        }

        FactColumn[] columns =
            [schema.Facts[schema.PlaceOf(nameof(UsageFact.Community))], schema.Facts[schema.PlaceOf(nameof(UsageFact.Date))]];
        foreach (var upload in uploads.Where(upload => upload.Days == 0))
        {
            await foreach (var row in RowsAsync(dataset, upload, columns, 1, first, last, cancellationToken))
                yield return new ReportedDay(row[0].Text!, row[1].Day);
        }
    }

    /// <summary>The rows of one upload between two days, in storage order.</summary>
    public async IAsyncEnumerable<Cell[]> RowsAsync(
        string dataset,
        LiveRow upload,
        FactColumn[] columns,
        int dateColumn,
        DateOnly first,
        DateOnly last,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var name in FactPartNames.Read(dataset, upload.UploadId, upload.Parts, first.Year, last.Year))
        {
            await using var file = await places.OpenAsync(name, cancellationToken);
            await foreach (var row in FactFile.ReadAsync(columns, file, dateColumn, first, last, cancellationToken))
            {
                if (dateColumn < 0 || (row[dateColumn].Day >= first && row[dateColumn].Day <= last)) yield return row;
            }
        }
    }

    // Pieces of one owner follow each other. An owner whose pieces are not all there was corrected meanwhile: a run of such facts is
    // overtaken.
    private async IAsyncEnumerable<byte[]> ReportsAsync(
        string dataset,
        Dictionary<string, int> owners,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pieces = new List<DaysRow>();
        await foreach (var piece in ledger.ReadAsync<DaysRow>(dataset, DaysRow.Prefix, cancellationToken))
        {
            if (pieces.Count > 0 && pieces[0].Owner != piece.Owner) pieces.Clear();
            pieces.Add(piece);
            if (owners.TryGetValue(piece.Owner, out var all) && pieces.Count == all) yield return [.. pieces.SelectMany(one => one.Bytes)];
        }
    }

    /// <summary>Whether an upload has nothing between two days.</summary>
    public static bool IsOutside(LiveRow upload, DateOnly first, DateOnly last) =>
        Day(upload.FirstDay) > last || Day(upload.LastDay) < first;

    private static DateOnly? Day(DateTime? utc) => utc is { } moment ? DateOnly.FromDateTime(moment) : null;
}
