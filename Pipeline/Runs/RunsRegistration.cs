using CommunityDemand.Pipeline.Runs.Work;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Runs;

internal static class RunsRegistration
{
    public static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.AddOptions<RunOptions>().BindConfiguration("Run").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<WorkQueue>()
            .AddSingleton<RunStore>();
    }
}
