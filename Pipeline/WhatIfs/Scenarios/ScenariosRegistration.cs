using CommunityDemand.Pipeline.Indicators;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

internal static class ScenariosRegistration
{
    public static IServiceCollection AddScenarios(this IServiceCollection services) => services
        .AddSingleton<IScenarios, ScenarioDesk>()
        .AddSingleton<IForecastIndicator, ScenariosIndicator>();
}
