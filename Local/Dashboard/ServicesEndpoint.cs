using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Local.Dashboard;

/// <summary>The services that the city knows, with their names in both languages: the tables have English ones alone.</summary>
internal static class ServicesEndpoint
{
    public static async Task<IResult> AnswerAsync(IFactReader facts, CancellationToken cancellationToken)
    {
        var services = ServiceCatalogue.BuiltIn.With(await facts.ReadServicesAsync(cancellationToken)).Services;
        return Results.Json(services.Select(service => new { service.Code, service.NameEn, service.NameZh, needClass = service.NeedClass.Code() }));
    }
}
