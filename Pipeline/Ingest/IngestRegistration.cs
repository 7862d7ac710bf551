using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Inspection;
using CommunityDemand.Pipeline.Ingest.Keys;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Quarantine;
using CommunityDemand.Pipeline.Ingest.Rows;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Ingest;

internal static class IngestRegistration
{
    public static IServiceCollection AddIngest(this IServiceCollection services)
    {
        services.AddOptions<IngestOptions>().BindConfiguration("Ingest").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IngestStorage>()
            .AddSingleton<UploadCommitter>()
            .AddSingleton<OverlapFinder>()
            .AddSingleton<UploadsTable>()
            .AddSingleton<IHarvestStore, StoredHarvest>()
            .AddSingleton<Harvester>()
            .AddSingleton<IdIndex>()
            .AddSingleton<IdCompactor>()
            .AddSingleton<RowWeigher>()
            .AddSingleton<MappingStore>()
            .AddSingleton<KnownServices>()
            .AddSingleton<NameJudge>()
            .AddSingleton<DeliveryAcceptor>()
            .AddSingleton<DeliveryIngestor>()
            .AddSingleton<UploadListing>()
            .AddSingleton<Cleaner>()
            .AddSingleton<Sweep>()
            .AddSingleton<IUploadClassifier, UploadClassifier>()
            .AddSingleton<IUploadIngestor, UploadIngestor>()
            .AddSingleton<IFileInspection, StoredInspection>()
            .AddSingleton<IQuarantine, BlobQuarantine>();
    }
}
