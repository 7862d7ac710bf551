using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Ingest;

internal sealed class UploadClassifier(IngestStorage storage, MappingStore stored) : IUploadClassifier
{
    public async Task<IReadOnlyList<UploadPlacement>> ClassifyAsync(string path, CancellationToken cancellationToken)
    {
        await storage.EnsureAsync(cancellationToken);
        var root = File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : Path.GetFullPath(path);
        var files = File.Exists(path)
            ? [Path.GetFullPath(path)]
            : Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true })
                .Order(StringComparer.Ordinal).ToArray();
        var mappings = files.Where(LocalMappings.IsMapping).ToArray();
        var (further, lookups) = await LocalMappings.ReadAsync(mappings, cancellationToken);
        var catalogue = (await stored.LoadAsync(cancellationToken)).With(further);

        var placements = mappings.Concat(lookups)
            .Select(file => new UploadPlacement(file, StorageNames.MappingsContainer, Path.GetFileName(file), null))
            .ToList();
        foreach (var file in files.Where(file => !LocalMappings.IsMapping(file) && !lookups.Contains(file)))
        {
            placements.Add(await PlaceAsync(root, file, catalogue, cancellationToken));
        }

        return placements;
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
        IReadOnlyList<string> header;
        try
        {
            header = await ReadHeaderAsync(file, catalogue.HintsFor(null, name), cancellationToken);
        }
        catch (UnreadableUploadException unreadable)
        {
            return DatasetMatch.ByName(name) is { } named
                ? Place($"{named.Name}/{inside}")
                : Nowhere($"{inside}: {unreadable.Message}");
        }

        return DatasetMatch.Of(name, header, catalogue) is { } match
            ? Place($"{match.Schema.Name}/{inside}")
            : Nowhere($"{inside}: {MessageTexts.English.Render(DatasetMatch.None(header))}");

        UploadPlacement Place(string blob) => new(file, StorageNames.UploadsContainer, blob, null);
        UploadPlacement Nowhere(string problem) => new(file, StorageNames.UploadsContainer, null, problem);
    }

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
