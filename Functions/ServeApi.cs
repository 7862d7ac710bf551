using CommunityDemand.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary>The API for programs: every route of level <see cref="Access.Key"/>.</summary>
public sealed class ServeApi(ApiPipeline api)
{
    [Function(nameof(ServeApi))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = "api/{*path}")] HttpRequest request) =>
        api.HandOverAsync(request, Access.Key);
}
