using Azure.Data.Tables;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Reading.FactExports;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Reading;

internal static class ReadingRegistration
{
    public static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddSingleton<ITableReader, TableReader>()
        .AddSingleton(static provider => new FactExporter(provider.GetRequiredService<LiveFacts>()))
        .AddSingleton(static provider => new TableExporter(
            provider.GetRequiredService<TableServiceClient>(), provider.GetRequiredService<RunStore>()));
}
