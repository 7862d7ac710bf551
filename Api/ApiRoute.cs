using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace CommunityDemand.Api;

/// <summary>One route: everything that the hosts, the access check and the OpenAPI document know of it.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Route template, with a leading slash.</param>
/// <param name="Level">The one level of access that reaches the route.</param>
/// <param name="Answer">Answers a request.</param>
public sealed record ApiRoute(string Method, string Path, Access Level, RequestDelegate Answer)
{
    /// <summary>Describes the route in the document given; null for routes that are no programs' business.</summary>
    public Func<OpenApiDocument, OpenApiOperation>? Description { get; init; }
}
