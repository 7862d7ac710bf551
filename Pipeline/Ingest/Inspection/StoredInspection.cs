using System.Runtime.InteropServices;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <inheritdoc/>
internal sealed class StoredInspection(IngestStorage storage, MappingStore mappings, TimeProvider time) : IFileInspection
{
    public async Task<FileReport> InspectAsync(
        string name, ReadOnlyMemory<byte> content, Language language, CancellationToken cancellationToken)
    {
        await storage.EnsureAsync(cancellationToken);
        var inspector = new FileInspector(await mappings.LoadAsync(cancellationToken), time);
        return await inspector.InspectAsync(name, () => Open(content), language, cancellationToken);
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> content) => MemoryMarshal.TryGetArray(content, out var bytes)
        ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
        : new MemoryStream(content.ToArray(), writable: false);
}
