using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api;

/// <summary>Levels that a host grants to the caller of a request. A request without a grant reaches no route.</summary>
internal sealed record GrantedAccess(Access Levels)
{
    /// <summary>
    /// Passes a request that matches no route, or a route of a granted level. Any other request is answered as if the route did not
    /// exist.
    /// </summary>
    public static Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        // Routing answers a wrong method with an endpoint that is not a route and reveals nothing.
        if (http.GetEndpoint() is not Microsoft.AspNetCore.Routing.RouteEndpoint endpoint) return next(http);
        var level = endpoint.Metadata.GetMetadata<ApiRoute>()?.Level ?? Access.None;
        var granted = http.Features.Get<GrantedAccess>()?.Levels ?? Access.None;
        return level != Access.None && granted.HasFlag(level) ? next(http) : Answers.NotFoundAsync(http);
    }
}
