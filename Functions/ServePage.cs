using CommunityDemand.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary>
/// The dashboard, at every address that no other function has. The host tries functions by their names, so this one's must come last. The app
/// has no sign-in, so that nobody is granted anything and every address answers 404.
/// </summary>
public sealed class ServePage(ApiPipeline api)
{
    [Function(nameof(ServePage))]
    public Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{*path}")] HttpRequest request) =>
        api.HandOverAsync(request, Access.None);
}
