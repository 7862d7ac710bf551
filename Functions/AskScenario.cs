using System.Text.Json;
using CommunityDemand.Pipeline.Scenarios;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>POST /api/scenarios</c>: what demand and shortage of the current run would be if something changed.</summary>
public sealed class AskScenario(IScenarios scenarios)
{
    private const string Example = """Send JSON such as {"kind": "ageing", "points": 2}; docs/tables.md says what each kind takes.""";

    /// <param name="request">Its body is a <see cref="ScenarioRequest"/> as JSON.</param>
    [Function(nameof(AskScenario))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "scenarios")] HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var asked = await JsonSerializer.DeserializeAsync<ScenarioRequest>(request.Body, ApiResult.JsonFormat, cancellationToken);
            return ApiResult.Json(StatusCodes.Status200OK, await scenarios.AskAsync(asked ?? new ScenarioRequest(null), cancellationToken));
        }
        catch (JsonException e)
        {
            return ApiResult.BadBody("scenario", e, Example);
        }
        catch (ScenarioRequestException e)
        {
            return ApiResult.Problem(e.IsMissing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest, e.Message, e.Remedy);
        }
    }
}
