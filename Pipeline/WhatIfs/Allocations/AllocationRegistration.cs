using CommunityDemand.Pipeline.Indicators;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

internal static class AllocationRegistration
{
    public static IServiceCollection AddAllocations(this IServiceCollection services)
    {
        services.AddOptions<AllocationOptions>().BindConfiguration("Allocation").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<VulnerableCommunities>()
            .AddSingleton<IAllocations, AllocationDesk>()
            .AddSingleton<IForecastIndicator, AllocationsIndicator>();
    }
}
