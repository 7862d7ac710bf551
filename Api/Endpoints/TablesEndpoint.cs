using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Reading.Description;
using CommunityDemand.Pipeline.Texts;
using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api.Endpoints;

/// <summary>
/// <c>GET /api/</c> and the name of a public table in lower case: a page of the table, as answered by <see cref="ITableReader"/>.
/// </summary>
internal sealed class TablesEndpoint(ITableReader tables) : IEndpoint
{
    public IEnumerable<ApiRoute> Routes => tables.Tables.Select(table =>
        new ApiRoute(HttpMethods.Get, "/api/" + table.ToLowerInvariant(), Access.Key, http => AnswerAsync(table, http))
        {
            Description = document => TableDescription.Operation(table, document),
        });

    private async Task AnswerAsync(string table, HttpContext http)
    {
        string? validator = http.Request.Headers.IfNoneMatch;
        await Answers.WriteAsync(http, await tables.GetAsync(table, QueryOf(http.Request), validator, http.RequestAborted));
    }

    // The function key may arrive as parameter "code"; that parameter belongs to the host and is not a filter.
    private static Dictionary<string, string> QueryOf(HttpRequest request)
    {
        var query = request.Query
            .Where(parameter => !parameter.Key.Equals("code", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        query.TryAdd(ReaderLanguage.Parameter, ReaderLanguage.Of(request).Code());
        return query;
    }
}
