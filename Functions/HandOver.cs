using CommunityDemand.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CommunityDemand.Functions;

/// <summary>Hands a function's request over to the pipeline of all routes.</summary>
internal static class HandOver
{
    /// <summary>Answers the request with the routes of the levels granted, and has the function answer nothing more.</summary>
    public static async Task<IActionResult> HandOverAsync(this ApiPipeline api, HttpRequest request, Access granted)
    {
        var http = request.HttpContext;
        var (endpoint, values) = (http.GetEndpoint(), request.RouteValues);
        // The worker has routed the request to its own endpoint, and the pipeline routes only what has none.
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
