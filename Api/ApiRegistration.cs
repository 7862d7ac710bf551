using System.Diagnostics;
using System.IO.Compression;
using CommunityDemand.Api.History;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Ingest.Inspection;
using CommunityDemand.Pipeline.Ingest.Quarantine;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityDemand.Api;

/// <summary>Registration of the HTTP endpoints with a host.</summary>
public static class ApiRegistration
{
    /// <summary>Services of the pipeline that the endpoints need, for hosts that keep the pipeline in a separate container.</summary>
    public static IReadOnlyList<Type> PipelineServices { get; } =
    [
        typeof(ITableReader), typeof(INightlyForecast), typeof(IScenarios), typeof(IAllocations), typeof(IFactReader), typeof(IQuarantine),
        typeof(IFileInspection),
    ];

    /// <summary>Adds the endpoints, routing and compression. <see cref="PipelineServices"/> must be registered as well.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOptions<ApiOptions>();
        services.AddLogging().AddRouting().AddResponseCompression(Compress);
        // A web host registers its own.
        services.TryAddSingleton(_ => new DiagnosticListener("Microsoft.AspNetCore"));
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);

        services.AddSingleton<DemandHistory>();
        var types = typeof(IEndpoint).Assembly.GetTypes();
        foreach (var endpoint in types.Where(type => type.IsClass && type.IsAssignableTo(typeof(IEndpoint))))
            services.AddSingleton(typeof(IEndpoint), endpoint);
        return services
            .AddSingleton(provider => new ApiRoutes(provider.GetServices<IEndpoint>()))
            .AddSingleton<ApiPipeline>();
    }

    private static void Compress(ResponseCompressionOptions compression)
    {
        // Compression over HTTPS is safe here: answers hold no tokens and no data of other callers that could be guessed by their length
        // (BREACH).
        compression.EnableForHttps = true;
        compression.Providers.Add<BrotliCompressionProvider>();
        compression.Providers.Add<GzipCompressionProvider>();
        compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv", "image/svg+xml"];
    }
}
