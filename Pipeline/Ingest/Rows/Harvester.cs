using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Ingest.Figures;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Keys;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Periods;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Reads the rows of an upload into fact files, a quarantine file and an account.</summary>
internal sealed class Harvester(IHarvestStore store, TimeProvider time)
{
    /// <summary>Makes one pass.</summary>
    /// <param name="rows">The rows from the first.</param>
    /// <param name="file">What they belong to.</param>
    /// <param name="mappings">The mappings to try on its header.</param>
    /// <param name="services">The closed catalogue; null where any service is taken.</param>
    /// <param name="excluded">Good rows to leave out.</param>
    /// <param name="memory">Takes what tells good rows apart; null where that is known from an earlier pass.</param>
    /// <param name="styles">How the values are written, as far as known.</param>
    /// <returns>
    /// Null where the rows must be read once more: a value came that a survey of all values has to tell the meaning of, or the dates of all
    /// rows tell a period.
    /// </returns>
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
        var context = ContextOf(schema, mapping, rows, styles);
        var parser = new RowParser(schema, mapping, rows, context, services);
        var parts = store.OpenFacts(schema, uploadId);
        var (days, cells, demand) = (new ReportedDays(), new CellSample(), new CountedDemand());
        var sink = store.Watch(schema.IsSummed ? new UsageSink(parts, days, cells, demand) : new RowSink(parts, schema.PartitionIndex));
        await using var quarantine = store.OpenRejected($"{schema.Name}/{uploadId}.csv", file.Path);
        var tally = new Tally();
        var identity = new RowIdentity(schema, mapping?.Ids ?? IdScope.All, file.Path);
        var gate = new RowGate(schema, identity, excluded, memory);
        var summaries = new SummaryRows(schema, context, styles.Sums);
        var figures = schema.IsSummed ? new FigureWatch() : null;
        var periods = new CountedPeriods(schema, mapping?.Period ?? styles.Period?.Period, memory?.Dates);

        while (await rows.ReadAsync(cancellationToken))
        {
            var verdict = parser.Parse();
            if (context.NeedsSurvey || summaries.NeedsSurvey) return null;
            if (verdict.Kind == RowVerdictKind.Kept) verdict = summaries.VerdictOf(parser.Cells, tally.Read);
            if (verdict.Kind == RowVerdictKind.Kept) periods.Mark(parser.Cells);
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
                    figures?.Add(parser.Cells, rows.Sheet, rows.Line);
                    await sink.AddAsync(parser.Cells, cancellationToken);
                    break;
            }
        }

        if (tally.Read > 0 && tally.Rejected == tally.Read) parser.CheckHeader();
        if (memory is not null && (memory.Period = periods.Found) is not null) return null;
        await sink.CompleteAsync(cancellationToken);
        await quarantine.CompleteAsync(cancellationToken);
        return new Harvest(
            uploadId, tally, parts.Parts, parts.Span, days, cells, demand, gate.Unidentified, mapping?.Overlap ?? default, quarantine.Name,
            mapping?.Source, excluded, styles, Assumptions(rows, styles, schema, context),
            [.. styles.Doubts, .. ReadingNotes.Doubts(schema, context), .. figures?.Doubts() ?? []],
            ReadingNotes.SimilarNames(schema, context), ReadingNotes.Spelt(schema, context));
    }

    /// <summary>
    /// Surveys an upload that can't be read in one pass: first how the values are written, then which rows are sums of others.
    /// </summary>
    /// <param name="known">What an earlier survey found; null before the first.</param>
    public async Task<SurveyedStyles> SurveyAsync(
        RowSource rows,
        UploadFile file,
        MappingCatalogue mappings,
        IReadOnlySet<string>? services,
        SurveyedStyles? known,
        CancellationToken cancellationToken)
    {
        var schema = file.Schema!;
        var mapping = mappings.Find(schema, file.Name, rows.Header);
        rows = MappedRows.Of(rows, mapping, file);
        if (known is null) return await StyleSurvey.ReadAsync(rows, schema, mapping, cancellationToken);
        var context = ContextOf(schema, mapping, rows, known);
        var parser = new RowParser(schema, mapping, rows, context, services);
        return known with { Sums = await SumSurvey.ReadAsync(rows, parser, schema, context, cancellationToken) };
    }

    private static IReadOnlyList<Message> Assumptions(
        RowSource rows, SurveyedStyles styles, DatasetSchema schema, ParseContext context) =>
    [
        .. rows.Assumptions, .. styles.Assumptions, .. styles.Period is { } period ? [period.Told] : Array.Empty<Message>(),
        .. ReadingNotes.Assumptions(schema, context),
    ];

    private ParseContext ContextOf(DatasetSchema schema, Mapping? mapping, RowSource rows, SurveyedStyles styles) => new(
        schema, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), mapping?.Fix(styles.Styles, rows.HasTypedNumbers) ?? styles.Styles)
    {
        KeepsFractions = mapping?.KeepsFractions ?? false,
    };
}
