using CommunityDemand.Pipeline.Attention;
using CommunityDemand.Pipeline.Champions;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Monitoring;
using CommunityDemand.Pipeline.Night;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.WhatIfs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityDemand.Pipeline;

/// <summary>Registration of the whole pipeline with a host.</summary>
public static class PipelineRegistration
{
    /// <summary>Adds the folders of the pipeline in their order, lowest first. Options are bound to configuration sections.</summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddStorage()
            .AddResilience()
            .AddTables()
            .AddLedger()
            .AddFacts()
            .AddRuns()
            .AddIngest()
            .AddPanels()
            .AddChampions()
            .AddPlans()
            .AddIndicators()
            .AddMonitoring()
            .AddWhatIfs()
            .AddAttention()
            .AddReading()
            .AddNight();
    }
}
