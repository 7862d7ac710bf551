using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Surveys;
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
        try
        {
            var content = await PeekAsync(file, catalogue.HintsFor(null, name), cancellationToken);
            await using var rows = await RowSources.OpenAsync(Open(file), content, cancellationToken);
            if (DatasetMatch.Of(name, rows.Header, catalogue) is { } match) return Place($"{match.Schema.Name}/{inside}");
            var none = DatasetMatch.None([.. rows.Header], await WideTable.ExplainAsync(rows, name, cancellationToken));
            return Nowhere($"{inside}: {MessageTexts.English.Render(none)}");
        }
        catch (UnreadableUploadException unreadable)
        {
            return DatasetMatch.ByName(name) is { } named
                ? Place($"{named.Name}/{inside}")
                : Nowhere($"{inside}: {unreadable.Message}");
        }

        UploadPlacement Place(string blob) => new(file, StorageNames.UploadsContainer, blob, null);
        UploadPlacement Nowhere(string problem) => new(file, StorageNames.UploadsContainer, null, problem);
    }

    private static async Task<UploadContent> PeekAsync(string file, ReadingHints hints, CancellationToken cancellationToken)
    {
        await using var beginning = Open(file);
        return await UploadContent.PeekAsync(beginning, UploadFile.Parse(Path.GetFileName(file)), cancellationToken, hints);
    }

    private static MeteredStream Open(string file) => new(File.OpenRead(file), static _ => { });
}
