using CommunityDemand.Pipeline.Attention;
using CommunityDemand.Pipeline.Champions;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Monitoring;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Resilience;
using CommunityDemand.Pipeline.Runs.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityDemand.Pipeline.Runs;

internal static class RunsRegistration
{
    public static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.AddOptions<RunOptions>().BindConfiguration("Run").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddLogging()
            .AddResilience()
            .AddIndicators()
            .AddSingleton<BlobFiles>()
            .AddSingleton<WorkFiles>()
            .AddSingleton<WorkQueue>()
            .AddSingleton<TableWriter>()
            .AddSingleton<RunStore>()
            .AddSingleton<CityPanelBuilder>()
            .AddSingleton<RunIdentity.Source>()
            .AddSingleton<RunRegistry>()
            .AddSingleton<ModelStore>()
            .AddSingleton<ChampionFinder>()
            .AddSingleton<PanelHealth>()
            .AddSingleton<PromotionJudge>()
            .AddSingleton<ModelChooser>()
            .AddSingleton<AccuracyJudge>()
            .AddSingleton<AttentionPlanner>()
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
}
