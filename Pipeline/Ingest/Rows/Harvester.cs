using System.IO.Hashing;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Keys;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Quarantine;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Reads the rows of an upload into fact files, a quarantine file and an account.</summary>
internal sealed class Harvester(IngestStorage storage, TimeProvider time)
{
    /// <summary>Makes one pass.</summary>
    /// <param name="rows">The rows from the first.</param>
    /// <param name="file">What they belong to.</param>
    /// <param name="mappings">The mappings to try on its header.</param>
    /// <param name="services">The closed catalogue; null where any service is taken.</param>
    /// <param name="excluded">Good rows to leave out as duplicates.</param>
    /// <param name="keys">Takes the keys of good rows; null where they are known from an earlier pass.</param>
    /// <exception cref="UnreadableUploadException">The file can't be read to its end.</exception>
    public async Task<Harvest> ReadAsync(
        RowSource rows,
        UploadFile file,
        MappingCatalogue mappings,
        IReadOnlySet<string>? services,
        RowSet excluded,
        RowKeySorter? keys,
        CancellationToken cancellationToken)
    {
        var schema = file.Schema!;
        var uploadId = UploadId.New();
        var mapping = mappings.Find(schema, file.Name, rows.Header);
        var context = new ParseContext(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var parser = new RowParser(schema, mapping, rows, context, services);
        var parts = new FactPartWriter(storage.Facts, schema, uploadId);
        var days = new ReportedDays();
        IFactSink sink = schema.IsSummed ? new UsageSink(parts, days) : new RowSink(parts, schema.PartitionIndex);
        await using var quarantine = new QuarantineWriter(storage.Quarantine, $"{schema.Name}/{uploadId}.csv", file.Path);
        var tally = new Tally();
        var hash = new XxHash128();

        while (await rows.ReadAsync(cancellationToken))
        {
            var verdict = parser.Parse();
            switch (verdict.Kind)
            {
                case RowVerdictKind.Rejected:
                    tally.Reject(verdict.Column, verdict.Reason!);
                    await quarantine.AddAsync(rows.Line, rows.Sheet, verdict.Column, verdict.Reason!, parser.Original(), cancellationToken);
                    continue;
                case RowVerdictKind.Duplicate:
                    tally.Duplicate(verdict.Reason!);
                    continue;
            }

            var row = tally.Read;
            if (keys is not null && KeyOf(schema, parser.Cells, hash) is { } key) keys.Add(new RowKey(key, row));
            if (excluded.Contains(row))
            {
                tally.Duplicate(AccountMessages.CountsAlready);
                continue;
            }

            tally.Keep();
            await sink.AddAsync(parser.Cells, cancellationToken);
        }

        if (tally.Read > 0 && tally.Rejected == tally.Read) parser.CheckHeader();
        await sink.CompleteAsync(cancellationToken);
        await quarantine.CompleteAsync(cancellationToken);
        return new Harvest(uploadId, tally, parts.Parts, parts.Span, days, quarantine.Name, mapping?.Source, excluded);
    }

    // Rows with an id are the same by their id; rows of a keyed dataset by all their values; others never.
    private static UInt128? KeyOf(DatasetSchema schema, Cell[] cells, XxHash128 hash)
    {
        if (schema.IdIndex >= 0) return cells[schema.IdIndex].Text is { } id ? RowHash.OfId(id) : null;
        return RowHash.OfRow(cells, hash);
    }
}
