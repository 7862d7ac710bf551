using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Plans;

internal static class PlansRegistration
{
    public static IServiceCollection AddPlans(this IServiceCollection services) => services
        .AddSingleton<WorkFiles>();
}
