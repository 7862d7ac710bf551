using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Panels;

internal static class PanelsRegistration
{
    public static IServiceCollection AddPanels(this IServiceCollection services) => services
        .AddSingleton<CityPanelBuilder>();
}
