using CommunityDemand.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary>The health check for anybody: whether the app and its storage answer.</summary>
public sealed class ServeHealth(ApiPipeline api)
{
    [Function(nameof(ServeHealth))]
    public Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
        api.HandOverAsync(request, Access.Anonymous);
}
