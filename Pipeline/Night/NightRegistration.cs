using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Runs.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityDemand.Pipeline.Night;

internal static class NightRegistration
{
    public static IServiceCollection AddNight(this IServiceCollection services) => services
        .AddLogging()
        .AddSingleton<RunIdentity.Source>()
        .AddSingleton<RunRegistry>()
        .AddSingleton<RunPlanner>()
        .AddSingleton<RunPublisher>()
        .AddSingleton<RunSweeper>()
        .AddSingleton<NightlyRun>()
        .AddSingleton<INightlyForecast>(static provider => provider.GetRequiredService<NightlyRun>())
        .AddSingleton(static provider => new QueueWorker(
            provider.GetRequiredService<NightlyRun>(),
            provider.GetRequiredService<WorkQueue>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<QueueWorker>>()));
}
