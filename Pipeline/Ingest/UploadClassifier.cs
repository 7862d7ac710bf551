using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Ingest;

internal sealed class UploadClassifier(IngestStorage storage, MappingStore stored) : IUploadClassifier
{
    private const string MappingSuffix = ".mapping.json";
    private const int SampleBytes = 1 << 16;

    public async Task<IReadOnlyList<UploadPlacement>> ClassifyAsync(string path, CancellationToken cancellationToken)
    {
        await storage.EnsureAsync(cancellationToken);
        var root = File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : Path.GetFullPath(path);
        var files = File.Exists(path)
            ? [Path.GetFullPath(path)]
            : Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true }).Order(StringComparer.Ordinal).ToArray();
        var mappings = files.Where(IsMapping).ToArray();
        var catalogue = await LoadAsync(mappings, cancellationToken);

        var placements = mappings
            .Select(file => new UploadPlacement(file, StorageNames.MappingsContainer, Path.GetFileName(file), null))
            .ToList();
        foreach (var file in files.Where(file => !IsMapping(file)))
        {
            placements.Add(await PlaceAsync(root, file, catalogue, cancellationToken));
        }

        return placements;
    }

    private static bool IsMapping(string file) => file.EndsWith(MappingSuffix, StringComparison.OrdinalIgnoreCase);

    private async Task<MappingCatalogue> LoadAsync(string[] mappings, CancellationToken cancellationToken)
    {
        var beside = new List<(string, byte[])>();
        foreach (var file in mappings) beside.Add((Path.GetFileName(file), await File.ReadAllBytesAsync(file, cancellationToken)));
        var own = MappingCatalogue.Of(beside);
        if (own.Faults.Count > 0) throw new MappingException(string.Join(Environment.NewLine, own.Faults));
        var known = await stored.LoadAsync(cancellationToken);
        return known with { Mappings = [.. own.Mappings, .. known.Mappings] };
    }

    private static async Task<UploadPlacement> PlaceAsync(string root, string file, MappingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var inside = Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/');
        var segments = inside.Split('/');
        var at = Array.FindIndex(segments, 0, segments.Length - 1, DatasetCatalogue.All.ContainsKey);
        // Folders above the dataset's stay in the name: those of two years may hold files of one name.
        if (at >= 0) return Place(string.Join('/', [segments[at], .. segments[..at], .. segments[(at + 1)..]]));

        var name = Path.GetFileName(file);
        if (UploadFile.FormatOf(name).Format is null)
        {
            return Nowhere($"{inside}: no format that is read (.csv, .tsv, .jsonl, each also .gz, .xlsx, .parquet).");
        }

        var prefix = DatasetCatalogue.All.Keys.OrderByDescending(d => d.Length).FirstOrDefault(d => name.StartsWith(d, StringComparison.OrdinalIgnoreCase)
            && (name.Length == d.Length || !char.IsLetter(name[d.Length])));
        if (prefix is not null) return Place($"{prefix}/{inside}");

        IReadOnlyList<string> header;
        try
        {
            header = await ReadHeaderAsync(file, cancellationToken);
        }
        catch (UnreadableUploadException unreadable)
        {
            return Nowhere($"{inside}: {unreadable.Message}");
        }

        var fitting = catalogue.Mappings.Where(m => m.IsFor(name, header)).Select(m => m.Schema)
            .Concat(DatasetCatalogue.All.Values
                .Where(schema => HeaderBinding.Fits(schema, header))
                .OrderByDescending(schema => HeaderBinding.CountKnown(schema, header))
                .ThenBy(schema => schema.Name, StringComparer.Ordinal))
            .Distinct()
            .ToArray();
        return fitting.Length > 0
            ? Place($"{fitting[0].Name}/{inside}")
            : Nowhere(
                $"{inside}: no dataset and no mapping fits its header ({HeaderBinding.Shown(header)}). Put it into a folder named after its dataset "
                + $"({string.Join(", ", DatasetCatalogue.All.Keys.Order(StringComparer.Ordinal))}), or put a *{MappingSuffix} beside it (see docs/uploads.md).");

        UploadPlacement Place(string blob) => new(file, StorageNames.UploadsContainer, blob, null);
        UploadPlacement Nowhere(string problem) => new(file, StorageNames.UploadsContainer, null, problem);
    }

    private static async Task<IReadOnlyList<string>> ReadHeaderAsync(string file, CancellationToken cancellationToken)
    {
        var upload = UploadFile.Parse(Path.GetFileName(file));
        var detector = new TextEncodingDetector();
        await using (var sample = UploadContent.Unpack(File.OpenRead(file), upload))
        {
            var bytes = new byte[SampleBytes];
            try
            {
                var read = await sample.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
                detector.Append(bytes.AsSpan(0, read));
            }
            catch (InvalidDataException damaged)
            {
                throw ReadingFaults.Gzip(damaged);
            }
        }

        await using var rows = await RowSources.OpenAsync(new MeteredStream(File.OpenRead(file), static _ => { }), upload, detector.Encoding, cancellationToken);
        return rows.Header;
    }
}
