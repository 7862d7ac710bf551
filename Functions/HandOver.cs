using CommunityDemand.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CommunityDemand.Functions;

/// <summary>Hands the request of a function to the pipeline of all routes.</summary>
internal static class HandOver
{
    /// <summary>Answers the request with the routes of the granted levels; the function itself then answers nothing more.</summary>
    public static async Task<IActionResult> HandOverAsync(this ApiPipeline api, HttpRequest request, Access granted)
    {
        var http = request.HttpContext;
        var (endpoint, values) = (http.GetEndpoint(), request.RouteValues);
        // The worker has already routed the request to its own endpoint; the pipeline only routes requests without one.
        http.SetEndpoint(null);
        request.RouteValues = [];
        try
        {
            await api.AnswerAsync(http, granted);
        }
        finally
        {
            http.SetEndpoint(endpoint);
            request.RouteValues = values;
        }

        return new EmptyResult();
    }
}
