using System.Net.Mime;
using System.Text.Json;
using CommunityDemand.Api.Description;
using CommunityDemand.Pipeline.Ingest.Quarantine;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CommunityDemand.Api.Endpoints;

/// <summary>
/// <c>GET /api/quarantine</c>: the rejected rows of an upload, by its <c>path</c> in table <c>Uploads</c>. The request never names a file
/// in storage.
/// </summary>
internal sealed class QuarantineEndpoint(ITableReader tables, IQuarantine quarantine) : IEndpoint
{
    private const string None = "Table Uploads lists no rejected rows of this path.";

    private const string Summary =
        "The rejected rows of an upload as CSV. Text that a spreadsheet would run as a formula gets a leading apostrophe.";

    public IEnumerable<ApiRoute> Routes =>
    [
        new(HttpMethods.Get, "/api/quarantine", Access.Key, AnswerAsync)
        {
            Description = document => new Operation("getQuarantine", Summary, document)
                .Query("path", "Path of the upload in table Uploads.")
                .Query(ReaderLanguage.Parameter, "Language of the reasons; without it header Accept-Language decides.")
                .AnswersCsv("200", "The rows, as an attachment.")
                .Problem("404", None)
                .Build(),
        },
    ];

    private async Task AnswerAsync(HttpContext http)
    {
        string? path = http.Request.Query["path"];
        var name = string.IsNullOrEmpty(path) ? null : await FindAsync(path, http.RequestAborted);
        await using var rows = string.IsNullOrEmpty(name) ? null : await quarantine.OpenAsync(name, http.RequestAborted);
        if (rows is null)
        {
            await Answers.NotFoundAsync(http, None, "Take a path from GET /api/uploads whose quarantine is not empty.");
            return;
        }

        http.Response.ContentType = "text/csv; charset=utf-8";
        var attachment = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
        attachment.SetHttpFileName($"quarantine-{path!.Replace('/', '-')}.csv");
        http.Response.Headers.ContentDisposition = attachment.ToString();
        await QuarantineCsv.CopyAsync(rows, http.Response.Body, ReaderLanguage.Of(http.Request), http.RequestAborted);
    }

    /// <summary>The file with the rejected rows of a path; null or empty where there is none.</summary>
    private async Task<string?> FindAsync(string path, CancellationToken cancellationToken)
    {
        var query = new Dictionary<string, string> { ["top"] = "10000" };
        TableResponse page;
        do
        {
            page = await tables.GetAsync(StorageNames.UploadsTable, query, ifNoneMatch: null, cancellationToken);
            using var document = JsonDocument.Parse(page.Body);
            foreach (var upload in document.RootElement.EnumerateArray())
            {
                if (upload.GetProperty("path").GetString() == path) return upload.GetProperty("quarantine").GetString();
            }

            if (page.NextPage is not null) query["page"] = page.NextPage;
        }
        while (page.NextPage is not null);
        return null;
    }
}
