using System.Runtime.CompilerServices;
using System.Text.Json;
using CommunityDemand.Pipeline.Reading;

namespace CommunityDemand.Local.Reports;

/// <summary>Rows of the public tables, read like any other reader does.</summary>
internal sealed class TableRows(ITableReader reader)
{
    /// <summary>Reads all pages of a query.</summary>
    /// <param name="table">Name of a public table.</param>
    /// <param name="query">Query parameters of <see cref="ITableReader.GetAsync"/>.</param>
    /// <exception cref="UserErrorException">The table does not exist, or the query is invalid.</exception>
    public async IAsyncEnumerable<JsonElement> ReadAsync(
        string table, IReadOnlyDictionary<string, string> query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, string>(query);
        string? next;
        do
        {
            var page = await reader.GetAsync(table, parameters, ifNoneMatch: null, cancellationToken);
            if (page.StatusCode != StatusCodes.Status200OK) throw new UserErrorException(Problem(table, page));
            using var document = JsonDocument.Parse(page.Body);
            foreach (var row in document.RootElement.EnumerateArray()) yield return row.Clone();
            next = page.NextPage;
            if (next is not null) parameters["page"] = next;
        }
        while (next is not null);
    }

    private static string Problem(string table, TableResponse answer)
    {
        var problem = answer.Body.IsEmpty ? null : JsonSerializer.Deserialize<Mistake>(answer.Body.Span, JsonSerializerOptions.Web);
        return problem?.Error is null
            ? $"Table {table} cannot be read ({answer.StatusCode})."
            : $"{problem.Error} {problem.Remedy}".TrimEnd();
    }

    private sealed record Mistake(string? Error, string? Remedy);
}
