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
    /// <param name="excluded">Good rows to leave out.</param>
    /// <param name="memory">Takes what tells good rows apart; null where that is known from an earlier pass.</param>
    /// <param name="styles">How the values are written, as far as known.</param>
    /// <returns>Null where a value came that can be read once a survey of all values has found how they are written.</returns>
    /// <exception cref="UnreadableUploadException">The file can't be read to its end.</exception>
    public async Task<Harvest?> ReadAsync(
        RowSource rows,
        UploadFile file,
        MappingCatalogue mappings,
        IReadOnlySet<string>? services,
        Exclusions excluded,
        FirstPass? memory,
        SurveyedStyles styles,
        CancellationToken cancellationToken)
    {
        var schema = file.Schema!;
        var uploadId = UploadId.New();
        var mapping = mappings.Find(schema, file.Name, rows.Header);
        rows = MappedRows.Of(rows, mapping, file);
        var said = mapping?.Fix(styles.Styles, rows.HasTypedNumbers) ?? styles.Styles;
        var context = new ParseContext(schema, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), said)
        {
            KeepsFractions = mapping?.KeepsFractions ?? false,
        };
        var parser = new RowParser(schema, mapping, rows, context, services);
        var parts = new FactPartWriter(storage.Staging, schema, uploadId);
        var (days, cells) = (new ReportedDays(), new CellSample());
        IFactSink sink = schema.IsSummed ? new UsageSink(parts, days, cells) : new RowSink(parts, schema.PartitionIndex);
        await using var quarantine = new QuarantineWriter(storage.Quarantine, $"{schema.Name}/{uploadId}.csv", file.Path);
        var tally = new Tally();
        var identity = new RowIdentity(schema, mapping?.Ids ?? IdScope.All, file.Path);
        var gate = new RowGate(schema, identity, excluded, memory);

        while (await rows.ReadAsync(cancellationToken))
        {
            var verdict = parser.Parse();
            if (context.NeedsSurvey) return null;
            var reason = verdict.Reason;
            if (verdict.Kind == RowVerdictKind.Kept) (verdict, reason) = gate.Pass(parser.Cells, tally.Read, rows.Line);
            switch (verdict.Kind)
            {
                case RowVerdictKind.Rejected:
                    tally.Reject(verdict.Column, verdict.Reason!);
                    await quarantine.AddAsync(rows.Line, rows.Sheet, verdict.Column, reason!, parser.Original(), cancellationToken);
                    break;
                case RowVerdictKind.Duplicate:
                    tally.Duplicate(verdict.Reason!);
                    break;
                default:
                    tally.Keep();
                    await sink.AddAsync(parser.Cells, cancellationToken);
                    break;
            }
        }

        if (tally.Read > 0 && tally.Rejected == tally.Read) parser.CheckHeader();
        await sink.CompleteAsync(cancellationToken);
        await quarantine.CompleteAsync(cancellationToken);
        return new Harvest(
            uploadId, tally, parts.Parts, parts.Span, days, cells, gate.Unidentified, mapping?.Overlap ?? default, quarantine.Name,
            mapping?.Source, excluded, styles, [.. rows.Assumptions, .. styles.Assumptions, .. ReadingNotes.Of(schema, context)],
            styles.Doubts);
    }

    /// <summary>Surveys how the values of an upload are written.</summary>
    public static Task<SurveyedStyles> SurveyAsync(
        RowSource rows, UploadFile file, MappingCatalogue mappings, CancellationToken cancellationToken)
    {
        var mapping = mappings.Find(file.Schema!, file.Name, rows.Header);
        return StyleSurvey.ReadAsync(MappedRows.Of(rows, mapping, file), file.Schema!, mapping, cancellationToken);
    }
}
