using System.Text.Json;
using CommunityDemand.Pipeline.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>POST /api/runs</c>: starts a run now. Answers 202 and, in <c>Location</c>, the address to follow it at.</summary>
public sealed class StartRun(INightlyForecast nightly)
{
    private const string Remedy = """Send nothing, or JSON such as {"origin": "2026-03-07", "force": true}.""";

    /// <param name="request">Its body may be empty, or JSON: <c>{"origin": "2026-03-07", "force": true}</c>.</param>
    [Function(nameof(StartRun))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "runs")] HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(cancellationToken);
        RunRequest? wanted;
        try
        {
            wanted = string.IsNullOrWhiteSpace(body) ? null : JsonSerializer.Deserialize<RunRequest>(body, ApiResult.JsonFormat);
        }
        catch (JsonException e)
        {
            return ApiResult.BadBody("run request", e, Remedy);
        }
        catch (ArgumentOutOfRangeException)
        {
            return ApiResult.Problem(StatusCodes.Status400BadRequest, $"The origin is before {RunRequest.EarliestOrigin:yyyy-MM-dd}.", Remedy);
        }

        var run = await nightly.StartAsync(wanted ?? new RunRequest(), cancellationToken);
        return ApiResult.Json(StatusCodes.Status202Accepted, run) with { Location = $"{request.Path.Value?.TrimEnd('/')}/{Uri.EscapeDataString(run.Id)}" };
    }
}
