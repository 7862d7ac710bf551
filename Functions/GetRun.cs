using CommunityDemand.Pipeline.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>GET /api/runs/{id}</c>: where a run stands.</summary>
public sealed class GetRun(INightlyForecast nightly)
{
    [Function(nameof(GetRun))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "runs/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        await nightly.GetAsync(id, cancellationToken) is { } run
            ? ApiResult.Json(StatusCodes.Status200OK, run)
            : ApiResult.Problem(StatusCodes.Status404NotFound, $"There is no run '{id}'.", "Take an id from table Runs: GET /api/runs.");
}
