using Azure;
using Azure.Data.Tables.Models;
using CommunityDemand.Domain.Time;
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

    /// <summary>How the keys of all datasets are spelt.</summary>
    /// <param name="leaving">Owners that a commit at hand takes out.</param>
    /// <param name="more">Facts that the commit adds.</param>
    public async Task<JoinedKeys> JoinedKeysAsync(
        IReadOnlySet<string> leaving, IReadOnlyList<LiveRow> more, CancellationToken cancellationToken)
    {
        var uploads = await Task.WhenAll(DatasetCatalogue.All.Keys.Select(dataset => UploadsAsync(dataset, cancellationToken)));
        return JoinedKeys.Of([.. uploads.SelectMany(one => one).Where(upload => !leaving.Contains(upload.Owner)), .. more]);
    }

    private Task<JoinedKeys> JoinedKeysAsync(CancellationToken cancellationToken) =>
        JoinedKeysAsync(new HashSet<string>(), [], cancellationToken);

    /// <summary>The rows of a dataset between two days, in storage order, keys in the spelling that counts.</summary>
    public async IAsyncEnumerable<Cell[]> RowsAsync(
        DatasetSchema schema,
        DateOnly first,
        DateOnly last,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var date = schema.PartitionIndex;
        var uploads = await UploadsAsync(schema.Name, cancellationToken);
        var join = (await JoinedKeysAsync(cancellationToken)).Into(schema);
        var replaced = new ReplacedCells(
            (upload, from, to) => RowsAsync(schema.Name, upload, schema.Facts, date, from, to, cancellationToken), uploads);
        foreach (var upload in uploads)
        {
            if (date >= 0 && IsOutside(upload, first, last)) continue;
            await foreach (var row in replaced.LeftAsync(upload, first, last, cancellationToken))
            {
                join(row);
                yield return row;
            }
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
        var keys = await JoinedKeysAsync(cancellationToken);
        var pieces = uploads.Where(upload => upload.Days > 0)
            .ToDictionary(upload => upload.Owner, upload => (upload.Days, PeriodOf(upload)), StringComparer.Ordinal);
        await foreach (var (bytes, period) in ReportsAsync(dataset, pieces, cancellationToken))
        {
            foreach (var day in ReportedDays.Read(bytes))
            {
                if (day.Date >= first && day.Date <= last)
                    yield return day with { Community = keys.Of("community", day.Community), Period = period };
            }
        }

        FactColumn[] columns =
            [schema.Facts[UsageCells.Community], schema.Facts[UsageCells.Date], schema.Facts[UsageCells.Period]];
        foreach (var upload in uploads.Where(upload => upload.Days == 0))
        {
            await foreach (var row in RowsAsync(dataset, upload, columns, 1, first, last, cancellationToken))
                yield return new ReportedDay(keys.Of("community", row[0].Text!), row[1].Day, PeriodOf(row[2]));
        }
    }

    /// <summary>Demand of all usage that counts, by the period that its figures stand for.</summary>
    public async Task<CountedDemand> DemandAsync(CancellationToken cancellationToken)
    {
        var schema = UsageFact.Schema;
        var uploads = await UploadsAsync(schema.Name, cancellationToken);
        var counted = new CountedDemand();
        foreach (var upload in uploads)
        {
            if (upload.Demand is { } demand) counted.Add(CountedDemand.Parse(demand));
        }

        // Earlier versions knew days alone; what they amount to tells nothing where there are only days.
        LiveRow[] unknown = [.. uploads.Where(upload => upload.Demand is null && upload.FirstDay is not null)];
        FactColumn[] columns = [schema.Facts[UsageCells.Date], schema.Facts[UsageCells.Visits], schema.Facts[UsageCells.Unmet]];
        foreach (var upload in unknown)
        {
            if (uploads.All(IsDaily))
            {
                counted.Add(Frequency.Daily, upload.Kept);
                continue;
            }

            await foreach (var row in RowsAsync(schema.Name, upload, columns, 0, DateOnly.MinValue, DateOnly.MaxValue, cancellationToken))
                counted.Add(Frequency.Daily, row[1].Number + row[2].Number);
        }

        return counted;
    }

    /// <summary>Whether all figures of an upload are of days.</summary>
    public static bool IsDaily(LiveRow upload) =>
        upload.Demand is not { } demand || CountedDemand.Parse(demand).ByPeriod.Keys.All(period => period == Frequency.Daily);

    /// <summary>Last day of the longest period that the last figures of an upload may stand for.</summary>
    public static DateOnly EndOf(LiveRow upload)
    {
        var last = DateOnly.FromDateTime(upload.LastDay!.Value);
        return IsDaily(upload) ? last : CountedDemand.Parse(upload.Demand!).ByPeriod.Keys.Max().LastDay(last);
    }

    // Of an upload whose periods have one length.
    private static Frequency PeriodOf(LiveRow upload) =>
        upload.Demand is { } demand ? CountedDemand.Parse(demand).ByPeriod.Keys.FirstOrDefault(Frequency.Daily) : Frequency.Daily;

    private static Frequency PeriodOf(Cell cell) => Frequencies.TryParse(cell.Text, out var period) ? period : Frequency.Daily;

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
    private async IAsyncEnumerable<(byte[] Bytes, Frequency Period)> ReportsAsync(
        string dataset,
        Dictionary<string, (int Pieces, Frequency Period)> owners,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pieces = new List<DaysRow>();
        await foreach (var piece in ledger.ReadAsync<DaysRow>(dataset, DaysRow.Prefix, cancellationToken))
        {
            if (pieces.Count > 0 && pieces[0].Owner != piece.Owner) pieces.Clear();
            pieces.Add(piece);
            if (owners.TryGetValue(piece.Owner, out var all) && pieces.Count == all.Pieces)
                yield return ([.. pieces.SelectMany(one => one.Bytes)], all.Period);
        }
    }

    /// <summary>Whether an upload has nothing between two days.</summary>
    public static bool IsOutside(LiveRow upload, DateOnly first, DateOnly last) =>
        Day(upload.FirstDay) > last || Day(upload.LastDay) < first;

    private static DateOnly? Day(DateTime? utc) => utc is { } moment ? DateOnly.FromDateTime(moment) : null;
}
