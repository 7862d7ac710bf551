using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Reading;

/// <inheritdoc cref="ITableReader"/>
internal sealed class TableReader(TableServiceClient tables, RunStore runs) : ITableReader
{
    private const string Json = "application/json; charset=utf-8";
    private const int MostPerRequest = 1000;

    // As in the rows: the body is JSON, not HTML, and Chinese names stay readable.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<string> Tables { get; } = [.. PublicTables.All.Select(t => t.Name)];

    public async Task<TableResponse> GetAsync(
        string table, IReadOnlyDictionary<string, string> query, string? ifNoneMatch, CancellationToken cancellationToken)
    {
        try
        {
            var question = TableQuery.Parse(Find(table), query);
            return question.Table.IsPerRun
                ? await OfRunAsync(question, ifNoneMatch, cancellationToken)
                : await AsItStandsAsync(question, ifNoneMatch, cancellationToken);
        }
        catch (TableQueryException mistake)
        {
            return Problem(mistake.StatusCode, mistake.Message, mistake.Remedy);
        }
    }

    // Rows of a run change only where a forced run writes them once more, so the run, when it was written and the question are all that
    // an ETag needs.
    private async Task<TableResponse> OfRunAsync(TableQuery query, string? ifNoneMatch, CancellationToken cancellationToken)
    {
        var run = await ChooseRunAsync(query, cancellationToken);
        var etag = Quote($"{run.Id}|{run.WrittenAt?.UtcTicks}|{query.Digest}|{query.Top}|{query.Page?.Continuation}");
        if (Matches(ifNoneMatch, etag)) return new TableResponse(304, Json, default, etag, null);

        var page = await ReadAsync(query, TableFilter.Of(query, run.Id), run.Id, cancellationToken);
        // Looked at after reading: a run whose tables are being deleted is no longer one to show.
        if (await FindAsync(run.Id, cancellationToken) is not null) return page with { ETag = etag };
        return query.Run is null && query.Page is null && await CurrentAsync(cancellationToken) != run.Id
            ? await OfRunAsync(query, ifNoneMatch, cancellationToken)
            : throw Gone(run.Id);
    }

    private async Task<TableResponse> AsItStandsAsync(TableQuery query, string? ifNoneMatch, CancellationToken cancellationToken)
    {
        var page = await ReadAsync(query, TableFilter.Of(query, ""), "", cancellationToken);
        var etag = Quote($"{Convert.ToHexStringLower(SHA256.HashData(page.Body.Span))}|{page.NextPage}");
        return Matches(ifNoneMatch, etag) ? new TableResponse(304, page.ContentType, default, etag, null) : page with { ETag = etag };
    }

    private async Task<RunRecord> ChooseRunAsync(TableQuery query, CancellationToken cancellationToken)
    {
        if ((query.Page?.Run ?? query.Run) is { } asked && asked != RunPointer.Row)
            return await FindAsync(asked, cancellationToken) ?? throw Gone(asked);
        var current = await CurrentAsync(cancellationToken)
            ?? throw new TableQueryException("No run has been published yet.", "Start one, and follow it in table Runs.", 404);
        if (await FindAsync(current, cancellationToken) is { } run) return run;
        // The run's tables were given up for newer ones since it was looked up.
        return await CurrentAsync(cancellationToken) == current ? throw Gone(current) : await ChooseRunAsync(query, cancellationToken);
    }

    private async Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        await runs.FindAsync(id, cancellationToken) is { HasTables: true } run ? run : null;

    private async Task<string?> CurrentAsync(CancellationToken cancellationToken) => (await runs.GetPointerAsync(cancellationToken))?.Run;

    private async Task<TableResponse> ReadAsync(TableQuery query, TableFilter filter, string run, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        using var writer = RowWriter.For(query.Format, query.Table, query.Language, body);
        writer.Begin();
        var (left, continuation) = (query.Top, query.Page?.Continuation);
        do
        {
            var pages = tables.GetTableClient(filter.Table)
                .QueryAsync<TableEntity>(filter.Filter, Math.Min(left, MostPerRequest), query.Table.ColumnNames, cancellationToken)
                .AsPages(continuation);
            var page = await pages.WhileItExists(cancellationToken).FirstOrDefaultAsync(cancellationToken);
            foreach (var entity in page?.Values ?? []) writer.Row(entity);
            left -= page?.Values.Count ?? 0;
            continuation = page?.ContinuationToken;
        }
        while (left > 0 && !string.IsNullOrEmpty(continuation));

        var next = string.IsNullOrEmpty(continuation) ? null : new PageToken(run, continuation, query.Digest).ToString();
        writer.End(next);
        return new TableResponse(200, writer.ContentType, body.WrittenMemory, null, next);
    }

    private static PublicTable Find(string name) =>
        PublicTables.Find(name)
        ?? throw new TableQueryException(
            $"There is no table '{name}'.", $"Use {string.Join(", ", PublicTables.All.Select(t => t.Name))}.", 404);

    private static TableQueryException Gone(string run) => new(
        $"There are no tables of run '{run}'.",
        "It failed, is not published yet, or was deleted after newer ones. Leave run and page out for the current run.", 404);

    private static TableResponse Problem(int status, string error, string remedy) =>
        new(status, Json, JsonSerializer.SerializeToUtf8Bytes(new { error, remedy }, Readable), null, null);

    private static string Quote(string of) =>
        $"\"{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(of)))[..32]}\"";

    private static bool Matches(string? ifNoneMatch, string etag) => ifNoneMatch is not null && ifNoneMatch
        .Split(',', StringSplitOptions.TrimEntries)
        .Any(tag => tag == "*" || tag == etag || tag == "W/" + etag);
}
