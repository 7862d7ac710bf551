using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Facts;

internal static class FactsRegistration
{
    public static IServiceCollection AddFacts(this IServiceCollection services) => services
        .AddSingleton<FactPlaces>()
        .AddSingleton<LiveFacts>()
        .AddSingleton<IFactReader, FactReader>()
        .AddSingleton<FactPass>();
}
