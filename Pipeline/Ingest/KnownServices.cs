using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Pipeline.Facts;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>The services that may be named where the catalogue is closed.</summary>
internal sealed class KnownServices(IOptions<IngestOptions> options, IFactReader facts)
{
    /// <summary>Codes of the known services; null where the catalogue is open.</summary>
    public async Task<IReadOnlySet<string>?> LoadAsync(CancellationToken cancellationToken) => options.Value.ClosedCatalogue
        ? ServiceCatalogue.BuiltIn.With(await facts.ReadServicesAsync(cancellationToken)).Services.Select(service => service.Code)
            .ToHashSet()
        : null;
}
