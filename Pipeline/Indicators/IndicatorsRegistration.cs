using CommunityDemand.Pipeline.Allocations;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Indicators;

internal static class IndicatorsRegistration
{
    public static IServiceCollection AddIndicators(this IServiceCollection services) => services
        .AddSingleton<IndicatorBook>()
        .AddAllocations()
        .AddSingleton<IFactIndicator, ResidentsIndicator>();
}
