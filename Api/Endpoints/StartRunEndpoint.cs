using System.Text.Json;
using CommunityDemand.Api.Description;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api.Endpoints;

/// <summary><c>POST /api/runs</c>: starts a run now. Answers 202 and, in <c>Location</c>, the address to follow the run at.</summary>
internal sealed class StartRunEndpoint(INightlyForecast nightly) : IEndpoint
{
    private const string Remedy = """Send nothing, or JSON such as {"origin": "2026-03-07", "force": true}.""";

    public IEnumerable<ApiRoute> Routes =>
    [
        new(HttpMethods.Post, "/api/runs", Access.Key, AnswerAsync)
        {
            Description = document => new Operation("startRun", "Starts a run now. A run that stands already comes back as it is, unless force is true.", document)
                .Takes<RunRequest>(isRequired: false)
                .Answers<RunStatus>("202", "The run, to be followed at the address in Location.", ("Location", "Address of the run."))
                .Problem("400", "The request makes no sense.")
                .Problem("413", "The request is too large.")
                .Build(),
        },
    ];

    private async Task AnswerAsync(HttpContext http)
    {
        if (await RequestBody.ReadAsync(http) is not { } body) return;
        try
        {
            var wanted = IsBlank(body) ? null : await JsonSerializer.DeserializeAsync<RunRequest>(body, ApiJson.Format, http.RequestAborted);
            var run = await nightly.StartAsync(wanted ?? new RunRequest(), http.RequestAborted);
            http.Response.Headers.Location = $"{http.Request.PathBase}{http.Request.Path.Value?.TrimEnd('/')}/{Uri.EscapeDataString(run.Id)}";
            await Answers.JsonAsync(http, run, StatusCodes.Status202Accepted);
        }
        catch (JsonException mistake)
        {
            var place = string.IsNullOrEmpty(mistake.Path) ? "$" : mistake.Path;
            await Answers.ProblemAsync(http, StatusCodes.Status400BadRequest, $"The body is no run request; what is wrong stands at {place}.", Remedy);
        }
        catch (ArgumentOutOfRangeException early) when (early.ParamName == nameof(RunRequest.Origin))
        {
            await Answers.ProblemAsync(http, StatusCodes.Status400BadRequest, $"The origin is before {RunRequest.EarliestOrigin:yyyy-MM-dd}.", Remedy);
        }
    }

    private static bool IsBlank(MemoryStream body) => body.GetBuffer().AsSpan(0, (int)body.Length).Trim(" \t\r\n"u8).IsEmpty;
}
