using CommunityDemand.Pipeline.Allocations;
using CommunityDemand.Pipeline.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Indicators;

internal static class IndicatorsRegistration
{
    public static IServiceCollection AddIndicators(this IServiceCollection services) => services
        .AddSingleton<IndicatorBook>()
        .AddSingleton<IFactIndicator, SatisfactionIndicator>()
        .AddSingleton<IFactIndicator, ParticipationIndicator>()
        .AddAllocations()
        .AddScenarios()
        .AddSingleton<IFactIndicator, ResidentsIndicator>();
}
