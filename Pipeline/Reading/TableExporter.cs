using System.Buffers;
using Azure;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Reading;

/// <summary>Lists the public tables and writes them out whole, page by page, in bounded memory.</summary>
public sealed class TableExporter
{
    private readonly TableServiceClient _tables;
    private readonly RunStore _runs;

    internal TableExporter(TableServiceClient tables, RunStore runs) => (_tables, _runs) = (tables, runs);

    /// <summary>
    /// Every public table and how many rows readers see in it. Counts by reading keys, since the service keeps no counts.
    /// </summary>
    public async Task<IReadOnlyList<TableSummary>> ListAsync(CancellationToken cancellationToken)
    {
        var run = (await _runs.GetPointerAsync(cancellationToken))?.Run;
        var summaries = new List<TableSummary>();
        foreach (var table in PublicTables.All)
        {
            var rows = 0L;
            await foreach (var page in PagesAsync(table, run, ["PartitionKey"], cancellationToken)) rows += page.Values.Count;
            summaries.Add(new TableSummary(table.Name, rows, table.IsPerRun ? run : null));
        }

        return summaries;
    }

    /// <summary>Writes a whole table: of the current run, or of the one named.</summary>
    /// <param name="table">Name of a public table, any case.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>.</param>
    /// <param name="output">Where to; left open.</param>
    /// <param name="run">Id of a published run; null for the current one. Unused for tables that are no run's.</param>
    /// <param name="language">Language of texts.</param>
    /// <returns>Rows written.</returns>
    /// <exception cref="ArgumentException">There is no such table, format or run; the message says which there are.</exception>
    /// <exception cref="RunRetiredException">The run's tables were given up meanwhile: what was written is not whole.</exception>
    public async Task<long> ExportAsync(
        string table, string format, Stream output, string? run, Language language, CancellationToken cancellationToken)
    {
        var source = PublicTables.Find(table)
            ?? throw new ArgumentException(
                $"There is no table '{table}'. Use {string.Join(", ", PublicTables.All.Select(t => t.Name))}.", nameof(table));
        if (format is not ("json" or "csv")) throw new ArgumentException($"'{format}' is no format. Use json or csv.", nameof(format));
        if (source.IsPerRun) run = await ChooseRunAsync(run, cancellationToken);

        var buffer = new ArrayBufferWriter<byte>();
        using var writer = RowWriter.For(format, source, language, buffer);
        writer.Begin();
        var rows = 0L;
        await foreach (var page in PagesAsync(source, run, source.ColumnNames, cancellationToken))
        {
            foreach (var entity in page.Values) writer.Row(entity);
            rows += page.Values.Count;
            await FlushAsync(buffer, output, cancellationToken);
        }

        // Looked at after reading: of a run whose tables are being deleted only a part may have come.
        if (source.IsPerRun && run is not null && await _runs.FindAsync(run, cancellationToken) is not { HasTables: true })
            throw new RunRetiredException(run);

        writer.End(next: null);
        await FlushAsync(buffer, output, cancellationToken);
        return rows;
    }

    private async Task<string?> ChooseRunAsync(string? run, CancellationToken cancellationToken)
    {
        if (run is null) return (await _runs.GetPointerAsync(cancellationToken))?.Run;
        return await _runs.FindAsync(run, cancellationToken) is { HasTables: true }
            ? run
            : throw new ArgumentException(
                $"There are no tables of run '{run}'. Leave it out for the current run, or choose one from table Runs.", nameof(run));
    }

    private IAsyncEnumerable<Page<TableEntity>> PagesAsync(
        PublicTable table, string? run, IEnumerable<string> columns, CancellationToken cancellationToken)
    {
        if (table.IsPerRun && run is null) return AsyncEnumerable.Empty<Page<TableEntity>>();
        var filter = TableFilter.Whole(table, run ?? "");
        return _tables.GetTableClient(filter.Table)
            .QueryAsync<TableEntity>(filter.Filter, 1000, columns, cancellationToken).AsPages().WhileItExists(cancellationToken);
    }

    private static async Task FlushAsync(ArrayBufferWriter<byte> buffer, Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(buffer.WrittenMemory, cancellationToken);
        buffer.ResetWrittenCount();
    }
}
