using CommunityDemand.Api.Description;
using CommunityDemand.Pipeline.Ingest.Inspection;
using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api.Endpoints;

/// <summary><c>POST /api/inspect</c>: how a file would be ingested. Nothing of the file is stored.</summary>
internal sealed class InspectEndpoint(IFileInspection inspection) : IEndpoint, IDisposable
{
    /// <summary>Maximum size of a file, in bytes; below what hosts take of a body.</summary>
    public const int MostBytes = 25 << 20;

    // A file is held in memory while it is read.
    private const int AtOnce = 2;

    private const int LongestName = 255;

    private const string Summary = "How a file would be ingested: format, columns, dataset, account, and a mapping to begin with.";

    private const string TooLarge = "Inspect the file where it lies: dotnet run --project Local -- inspect FILE.";

    private readonly SemaphoreSlim _turns = new(AtOnce);

    public IEnumerable<ApiRoute> Routes =>
    [
        new(HttpMethods.Post, "/api/inspect", Access.Key, AnswerAsync)
        {
            Description = document => new Operation("inspectFile", Summary, document)
                .Query("name", "Name of the file, such as march.xlsx.")
                .Query(ReaderLanguage.Parameter, "Language of the texts; without it header Accept-Language decides.", isRequired: false)
                .TakesFile()
                .Answers<FileReport>("200", "The report. Nothing is stored.")
                .Problem("400", "The file has no name, or no content.")
                .Problem("413", "The file is too large.")
                .Build(),
        },
    ];

    public void Dispose() => _turns.Dispose();

    private async Task AnswerAsync(HttpContext http)
    {
        if (NameOf(http.Request) is not { } name)
        {
            await Answers.WrongAsync(http, "The file has no name.", "Give its name in parameter name, such as ?name=march.xlsx.");
            return;
        }

        await _turns.WaitAsync(http.RequestAborted);
        try
        {
            if (await RequestBody.ReadAsync(http, MostBytes, TooLarge) is not { } body) return;
            if (body.Length == 0)
            {
                await Answers.WrongAsync(http, "The body is empty.", "Send the file as the body of the request.");
                return;
            }

            var content = body.GetBuffer().AsMemory(0, (int)body.Length);
            var report = await inspection.InspectAsync(name, content, ReaderLanguage.Of(http.Request), http.RequestAborted);
            await Answers.JsonAsync(http, report);
        }
        finally
        {
            _turns.Release();
        }
    }

    // Browsers of old systems send the whole path.
    private static string? NameOf(HttpRequest request)
    {
        var name = request.Query["name"].ToString();
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return name.Length is 0 or > LongestName || name.Any(char.IsControl) ? null : name;
    }
}
