using CommunityDemand.Pipeline.Ingest.Commits;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>Mapping files on this machine.</summary>
internal static class LocalMappings
{
    public static bool IsMapping(string path) => path.EndsWith(Mapping.FileSuffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads mapping files, and the lookup tables beside them.</summary>
    /// <returns>The mappings, and the paths of the lookup tables that they name.</returns>
    /// <exception cref="MappingException">One of the files is no mapping.</exception>
    public static async Task<(IReadOnlyList<Mapping> Mappings, IReadOnlySet<string> Lookups)> ReadAsync(
        IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var files = new List<(string, byte[])>();
        var tables = new Dictionary<string, LookupTable>();
        var lookups = new HashSet<string>();
        foreach (var path in paths)
        {
            var json = await File.ReadAllBytesAsync(path, cancellationToken);
            files.Add((Path.GetFileName(path), json));
            foreach (var lookup in LookupsOf(path, json).Where(lookups.Add))
            {
                var content = await File.ReadAllBytesAsync(lookup, cancellationToken);
                tables[Path.GetFileName(lookup)] = await LookupTable.ReadAsync(Path.GetFileName(lookup), content, cancellationToken);
            }
        }

        var catalogue = MappingCatalogue.Of(files, [], tables);
        return catalogue.Faults.Count == 0 ? (catalogue.Mappings, lookups) : throw new MappingException(Rejection.Of(catalogue.Faults));
    }

    private static IEnumerable<string> LookupsOf(string path, byte[] json) =>
        MappingParser.Parse(Path.GetFileName(path), json).Columns.Values
        .Select(column => column.Lookup)
        .OfType<LookupReference>()
        .Select(lookup => Path.Combine(Path.GetDirectoryName(path)!, lookup.File))
        .Where(File.Exists);
}
