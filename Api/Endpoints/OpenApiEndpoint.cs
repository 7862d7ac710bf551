using CommunityDemand.Api.Description;
using CommunityDemand.Pipeline.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Api.Endpoints;

/// <summary><c>GET /api/openapi.json</c>: a description of the routes below /api for programs.</summary>
internal sealed class OpenApiEndpoint : IEndpoint
{
    public IEnumerable<ApiRoute> Routes => [new(HttpMethods.Get, ApiDescription.Path, Access.Key, AnswerAsync)];

    private static async Task AnswerAsync(HttpContext http)
    {
        var routes = http.RequestServices.GetRequiredService<ApiRoutes>();
        var document = await ApiDescription.WriteAsync(routes.All, http.RequestAborted);
        await Answers.WriteAsync(http, new TableResponse(StatusCodes.Status200OK, ApiJson.ContentType, document, null, null));
    }
}
