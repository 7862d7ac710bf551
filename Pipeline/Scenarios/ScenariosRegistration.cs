using CommunityDemand.Pipeline.Indicators;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Scenarios;

internal static class ScenariosRegistration
{
    public static IServiceCollection AddScenarios(this IServiceCollection services) => services
        .AddSingleton<ScenarioFile>()
        .AddSingleton<IScenarios, ScenarioDesk>()
        .AddSingleton<IForecastIndicator, ScenariosIndicator>();
}
