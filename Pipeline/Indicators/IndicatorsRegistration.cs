using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Indicators;

internal static class IndicatorsRegistration
{
    public static IServiceCollection AddIndicators(this IServiceCollection services) => services
        .AddSingleton<IndicatorBook>()
        .AddSingleton<IFactIndicator, ImprovementsIndicator>()
        .AddSingleton<IFactIndicator, ResidentsIndicator>();
}
