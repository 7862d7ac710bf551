using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace CommunityDemand.Api;

/// <summary>A route, as used by the hosts, the access check and the OpenAPI document.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Route template, with a leading slash.</param>
/// <param name="Level">Level of access that reaches the route.</param>
/// <param name="Answer">Handler of a request.</param>
public sealed record ApiRoute(string Method, string Path, Access Level, RequestDelegate Answer)
{
    /// <summary>Describes the route in a document; null for routes that are not for programs.</summary>
    public Func<OpenApiDocument, OpenApiOperation>? Description { get; init; }
}
