using CommunityDemand.Pipeline.Ingest.Commits;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>Mapping files on this machine.</summary>
internal static class LocalMappings
{
    public static bool IsMapping(string path) => path.EndsWith(Mapping.FileSuffix, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="MappingException">One of the files is no mapping.</exception>
    public static async Task<IReadOnlyList<Mapping>> ReadAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var files = new List<(string, byte[])>();
        foreach (var path in paths) files.Add((Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellationToken)));
        var catalogue = MappingCatalogue.Of(files, []);
        return catalogue.Faults.Count == 0 ? catalogue.Mappings : throw new MappingException(Rejection.Of(catalogue.Faults));
    }
}
