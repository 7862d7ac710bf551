namespace CommunityDemand.Api;

/// <summary>All routes; each is declared by its <see cref="IEndpoint"/>.</summary>
public sealed class ApiRoutes
{
    internal ApiRoutes(IEnumerable<IEndpoint> endpoints) => All = [.. endpoints.SelectMany(endpoint => endpoint.Routes)];

    public IReadOnlyList<ApiRoute> All { get; }
}
