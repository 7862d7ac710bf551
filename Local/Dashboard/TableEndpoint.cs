using CommunityDemand.Pipeline.Reading;

namespace CommunityDemand.Local.Dashboard;

/// <summary>Carries <see cref="ITableReader"/>'s answers over HTTP.</summary>
internal static class TableEndpoint
{
    public static async Task AnswerAsync(ITableReader tables, string table, HttpContext http)
    {
        var query = http.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        string? validator = http.Request.Headers.IfNoneMatch;
        var answer = await tables.GetAsync(table, query, validator, http.RequestAborted);

        var response = http.Response;
        response.StatusCode = answer.StatusCode;
        response.ContentType = answer.ContentType;
        if (answer.ETag is { } tag) response.Headers.ETag = tag;
        if (answer.NextPage is { } page) response.Headers["x-next-page"] = page;
        if (answer.Body.Length > 0) await response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }
}
