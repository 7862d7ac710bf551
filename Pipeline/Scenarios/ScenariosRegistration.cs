using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.WhatIfs;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Scenarios;

internal static class ScenariosRegistration
{
    public static IServiceCollection AddScenarios(this IServiceCollection services) => services
        .AddSingleton<WhatIfFile>()
        .AddSingleton<WhatIfRuns>()
        .AddSingleton<IScenarios, ScenarioDesk>()
        .AddSingleton<IForecastIndicator, ScenariosIndicator>();
}
