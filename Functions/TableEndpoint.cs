using CommunityDemand.Pipeline.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CommunityDemand.Functions;

/// <summary>What the endpoints of all tables have in common.</summary>
internal static class TableEndpoint
{
    /// <summary>Reads a page of a table as the request's query asks, and answers as <see cref="ITableReader"/> says.</summary>
    public static async Task<IActionResult> AnswerAsync(
        this ITableReader tables, string table, HttpRequest request, CancellationToken cancellationToken)
    {
        var response = await tables.GetAsync(table, QueryOf(request), (string?)request.Headers.IfNoneMatch, cancellationToken);
        return new ApiResult(response.StatusCode, response.ContentType, response.Body) { ETag = response.ETag, NextPage = response.NextPage };
    }

    // The function key may travel as parameter "code"; it is the host's business and no filter.
    private static Dictionary<string, string> QueryOf(HttpRequest request) => request.Query
        .Where(parameter => !parameter.Key.Equals("code", StringComparison.OrdinalIgnoreCase))
        .ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString(), StringComparer.OrdinalIgnoreCase);
}
