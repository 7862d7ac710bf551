using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Ingest;

internal sealed class UploadClassifier(IngestStorage storage, MappingStore stored) : IUploadClassifier
{
    private const string MappingSuffix = ".mapping.json";

    public async Task<IReadOnlyList<UploadPlacement>> ClassifyAsync(string path, CancellationToken cancellationToken)
    {
        await storage.EnsureAsync(cancellationToken);
        var root = File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : Path.GetFullPath(path);
        var files = File.Exists(path)
            ? [Path.GetFullPath(path)]
            : Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true })
                .Order(StringComparer.Ordinal).ToArray();
        var mappings = files.Where(IsMapping).ToArray();
        var (catalogue, lookups) = await LoadAsync(mappings, cancellationToken);

        var placements = mappings.Concat(lookups)
            .Select(file => new UploadPlacement(file, StorageNames.MappingsContainer, Path.GetFileName(file), null))
            .ToList();
        foreach (var file in files.Where(file => !IsMapping(file) && !lookups.Contains(file)))
        {
            placements.Add(await PlaceAsync(root, file, catalogue, cancellationToken));
        }

        return placements;
    }

    private static bool IsMapping(string file) => file.EndsWith(MappingSuffix, StringComparison.OrdinalIgnoreCase);

    private async Task<(MappingCatalogue Catalogue, IReadOnlySet<string> Lookups)> LoadAsync(
        string[] mappings, CancellationToken cancellationToken)
    {
        var beside = new List<(string, byte[])>();
        var tables = new Dictionary<string, LookupTable>();
        var lookups = new HashSet<string>();
        foreach (var file in mappings)
        {
            var json = await File.ReadAllBytesAsync(file, cancellationToken);
            beside.Add((Path.GetFileName(file), json));
            var wanted = MappingParser.Parse(Path.GetFileName(file), json).Columns.Values.Select(column => column.Lookup)
                .OfType<LookupReference>();
            foreach (var lookup in wanted.Select(lookup => Path.Combine(Path.GetDirectoryName(file)!, lookup.File)).Where(File.Exists))
            {
                if (!lookups.Add(lookup)) continue;
                var content = await File.ReadAllBytesAsync(lookup, cancellationToken);
                tables[Path.GetFileName(lookup)] = await LookupTable.ReadAsync(Path.GetFileName(lookup), content, cancellationToken);
            }
        }

        var own = MappingCatalogue.Of(beside, [], tables);
        if (own.Faults.Count > 0) throw new MappingException(Rejection.Of(own.Faults));
        return ((await stored.LoadAsync(cancellationToken)).With(own.Mappings), lookups);
    }

    private static async Task<UploadPlacement> PlaceAsync(
        string root, string file, MappingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var inside = Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/');
        var segments = inside.Split('/');
        var at = Array.FindIndex(segments, 0, segments.Length - 1, DatasetCatalogue.All.ContainsKey);
        // Folders above the dataset's stay in the name: those of two years may hold files of one name.
        if (at >= 0) return Place(string.Join('/', [segments[at], .. segments[..at], .. segments[(at + 1)..]]));

        var name = Path.GetFileName(file);
        // Content decides; the name breaks ties, and places what fits nothing, so that its account says what is wrong.
        var prefix = DatasetCatalogue.All.Keys.OrderByDescending(d => d.Length)
            .FirstOrDefault(d => name.StartsWith(d, StringComparison.OrdinalIgnoreCase)
            && (name.Length == d.Length || !char.IsLetter(name[d.Length])));
        IReadOnlyList<string> header;
        try
        {
            header = await ReadHeaderAsync(file, catalogue.HintsFor(null, name), cancellationToken);
        }
        catch (UnreadableUploadException unreadable)
        {
            return prefix is null ? Nowhere($"{inside}: {unreadable.Message}") : Place($"{prefix}/{inside}");
        }

        var fitting = FittingDatasets(name, header, catalogue);
        if ((fitting.Contains(prefix, StringComparer.OrdinalIgnoreCase) ? prefix : fitting.FirstOrDefault() ?? prefix) is { } dataset)
            return Place($"{dataset}/{inside}");
        return Nowhere(
            $"{inside}: no dataset and no mapping fits its header ({HeaderBinding.Shown(header)}). Put it into a folder named after "
                + "its dataset "
            + $"({string.Join(", ", DatasetCatalogue.All.Keys.Order(StringComparer.Ordinal))}), or put a *{MappingSuffix} beside it "
            + "(see docs/uploads.md).");

        UploadPlacement Place(string blob) => new(file, StorageNames.UploadsContainer, blob, null);
        UploadPlacement Nowhere(string problem) => new(file, StorageNames.UploadsContainer, null, problem);
    }

    // By mapping first; of two datasets that a header fits, the one that knows more of the columns is meant.
    private static string[] FittingDatasets(string name, IReadOnlyList<string> header, MappingCatalogue catalogue) =>
    [
        .. catalogue.Fitting(name, header).Select(mapping => mapping.Schema)
            .Concat(DatasetCatalogue.All.Values
                .Where(schema => HeaderBinding.Fits(schema, header))
                .OrderByDescending(schema => HeaderBinding.CountKnown(schema, header))
                .ThenBy(schema => schema.Name, StringComparer.Ordinal))
            .Select(schema => schema.Name)
            .Distinct(),
    ];

    private static async Task<IReadOnlyList<string>> ReadHeaderAsync(
        string file, ReadingHints hints, CancellationToken cancellationToken)
    {
        UploadContent content;
        await using (var beginning = Open())
            content = await UploadContent.PeekAsync(beginning, UploadFile.Parse(Path.GetFileName(file)), cancellationToken, hints);
        await using var rows = await RowSources.OpenAsync(Open(), content, cancellationToken);
        return rows.Header;

        MeteredStream Open() => new(File.OpenRead(file), static _ => { });
    }
}
