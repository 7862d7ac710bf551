using CommunityDemand.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary>
/// The dashboard, at every address without another function. The host tries functions in the order of their names, so the name of this
/// one must come last. The app has no sign-in, so nobody is granted access and every address answers 404.
/// </summary>
public sealed class ServePage(ApiPipeline api)
{
    [Function(nameof(ServePage))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{*path}")] HttpRequest request) =>
        api.HandOverAsync(request, Access.None);
}
