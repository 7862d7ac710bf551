using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api;

/// <summary>The levels that a host grants the caller of a request. A request without a grant reaches no route.</summary>
internal sealed record GrantedAccess(Access Levels)
{
    /// <summary>
    /// Lets a request pass that matches no route, or a route of a level that the host granted. Any other request is answered as if
    /// there were no route.
    /// </summary>
    public static Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        // Routing's own answer to a wrong method is an endpoint without a route, and shows nothing.
        if (http.GetEndpoint() is not Microsoft.AspNetCore.Routing.RouteEndpoint endpoint) return next(http);
        var level = endpoint.Metadata.GetMetadata<ApiRoute>()?.Level ?? Access.None;
        var granted = http.Features.Get<GrantedAccess>()?.Levels ?? Access.None;
        return level != Access.None && granted.HasFlag(level) ? next(http) : Answers.NotFoundAsync(http);
    }
}
