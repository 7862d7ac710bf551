using System.Net.Mime;
using CommunityDemand.Local.Reports;
using Microsoft.Net.Http.Headers;

namespace CommunityDemand.Local.Dashboard;

/// <summary>Hands out the rejected rows of an upload, by its <c>path</c> in table <c>Uploads</c>: names of files in the storage are never taken from the request.</summary>
internal static class QuarantineEndpoint
{
    private static readonly Dictionary<string, string> AllRows = new() { ["top"] = "10000" };

    public static async Task AnswerAsync(DashboardSources sources, string? path, HttpContext http)
    {
        var name = await FindAsync(sources, path, http.RequestAborted);
        await using var rows = name is null ? null : await sources.Quarantine.OpenAsync(name, http.RequestAborted);
        if (rows is null)
        {
            await Results.Json(new { error = "Table Uploads lists no rejected rows of this path." }, statusCode: StatusCodes.Status404NotFound).ExecuteAsync(http);
            return;
        }

        http.Response.ContentType = "text/csv; charset=utf-8";
        var attachment = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
        attachment.SetHttpFileName($"quarantine-{path!.Replace('/', '-')}.csv");
        http.Response.Headers.ContentDisposition = attachment.ToString();
        await SafeCsv.CopyAsync(rows, http.Response.Body, http.RequestAborted);
    }

    private static async Task<string?> FindAsync(DashboardSources sources, string? path, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(path)) return null;
        await foreach (var upload in new TableRows(sources.Tables).ReadAsync("Uploads", AllRows, cancellationToken))
        {
            if (upload.Text("path") == path) return upload.Text("quarantine") is { Length: > 0 } name ? name : null;
        }

        return null;
    }
}
