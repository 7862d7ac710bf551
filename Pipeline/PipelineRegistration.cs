using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityDemand.Pipeline;

/// <summary>Registers the whole flow with a host.</summary>
public static class PipelineRegistration
{
    /// <summary>Adds storage clients, ingest, the nightly run and the table reader; options bind to configuration sections.</summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddStorage()
            .AddIngest()
            .AddRuns()
            .AddReading();
    }
}
