using CommunityDemand.Api.Description;
using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Pipeline.Facts;
using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api.Endpoints;

/// <summary>
/// <c>GET /api/services</c>: the services of the city, with their names in both languages. The tables have English names only.
/// </summary>
internal sealed class ServicesEndpoint(IFactReader facts) : IEndpoint
{
    public IEnumerable<ApiRoute> Routes =>
    [
        new(HttpMethods.Get, "/api/services", Access.Key, AnswerAsync)
        {
            Description = document => new Operation("getServices", "The service catalogue, with English and Chinese names.", document)
                .Answers<IReadOnlyList<ServiceName>>("200", "The services.")
                .Build(),
        },
    ];

    private async Task AnswerAsync(HttpContext http)
    {
        var services = ServiceCatalogue.BuiltIn.With(await facts.ReadServicesAsync(http.RequestAborted)).Services;
        await Answers.JsonAsync(http, services.Select(NameOf));
    }

    private static ServiceName NameOf(Service service) => new(service.Code, service.NameEn, service.NameZh, service.NeedClass.Code());

    /// <summary>Names of a service.</summary>
    internal sealed record ServiceName(string Code, string NameEn, string NameZh, string NeedClass);
}
