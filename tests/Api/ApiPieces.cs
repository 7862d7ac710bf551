using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Ingest.Inspection;
using CommunityDemand.Pipeline.Ingest.Quarantine;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Tests.Api;

/// <summary>All that the endpoints need of the pipeline, held in memory.</summary>
internal sealed class ApiPieces
{
    public FakePipeline Pipeline { get; init; } = new();

    public ITableReader? Tables { get; init; }

    public FewFacts Facts { get; init; } = new();

    public FewQuarantined Quarantine { get; } = new();

    public FewAnswers Answers { get; } = new();

    public FewReports Reports { get; } = new();

    public IServiceCollection Register() => new ServiceCollection()
        .AddSingleton(Tables ?? Pipeline)
        .AddSingleton<INightlyForecast>(Pipeline)
        .AddSingleton<IFactReader>(Facts)
        .AddSingleton<IQuarantine>(Quarantine)
        .AddSingleton<IFileInspection>(Reports)
        .AddSingleton<IScenarios>(Answers)
        .AddSingleton<IAllocations>(Answers);
}
