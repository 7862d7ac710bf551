using System.Collections.Concurrent;
using Azure.Storage.Blobs.Models;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>
/// Loads the mappings in force: those in container <c>mappings</c> by name, with the tables beside them, then those shipped with the
/// program.
/// </summary>
internal sealed class MappingStore(IngestStorage storage)
{
    // By name and entity tag: what has not changed is not downloaded again.
    private readonly ConcurrentDictionary<(string Name, string Tag), byte[]> _files = [];

    private readonly ConcurrentDictionary<(string Name, string Tag), LookupTable> _lookups = [];

    public async Task<MappingCatalogue> LoadAsync(CancellationToken cancellationToken)
    {
        var files = new List<(string, byte[])>();
        var lookups = new Dictionary<string, LookupTable>();
        await foreach (BlobItem blob in storage.Mappings.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (blob.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                files.Add((blob.Name, await ReadAsync(blob, cancellationToken)));
            else lookups[blob.Name] = await LookUpAsync(blob, cancellationToken);
        }

        return MappingCatalogue.Of(files, ShippedMappings.Read(), lookups);
    }

    private async Task<LookupTable> LookUpAsync(BlobItem blob, CancellationToken cancellationToken)
    {
        if (blob.Properties.ContentLength > LookupTable.MostBytes) return LookupTable.TooLarge;
        var key = (blob.Name, blob.Properties.ETag?.ToString() ?? "");
        if (_lookups.TryGetValue(key, out var known)) return known;
        var file = (await storage.Mappings.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
        return _lookups[key] = await LookupTable.ReadAsync(blob.Name, file, cancellationToken);
    }

    private async Task<byte[]> ReadAsync(BlobItem blob, CancellationToken cancellationToken)
    {
        var key = (blob.Name, blob.Properties.ETag?.ToString() ?? "");
        if (_files.TryGetValue(key, out var known)) return known;
        // What is longer is no mapping, and is refused as an empty one is.
        byte[] json = blob.Properties.ContentLength > MappingParser.MostBytes
            ? []
            : (await storage.Mappings.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
        return _files[key] = json;
    }
}
