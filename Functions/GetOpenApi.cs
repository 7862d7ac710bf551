using CommunityDemand.Pipeline.Reading.Description;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>GET /api/openapi.json</c>: the tables' endpoints, described for programs.</summary>
public sealed class GetOpenApi
{
    [Function(nameof(GetOpenApi))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "openapi.json")] HttpRequest request, CancellationToken cancellationToken) =>
        new ApiResult(StatusCodes.Status200OK, "application/json; charset=utf-8", await ApiDescription.WriteAsync(cancellationToken));
}
