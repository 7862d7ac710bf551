using System.IO.Compression;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>
/// The parts of a workbook (ECMA-376, part 2, Open Packaging Conventions), as they are found in the field: in any case, with backslashes,
/// under other names than those of Excel.
/// </summary>
internal sealed class XlsxPackage : IAsyncDisposable
{
    private const string MainPartType = "/officeDocument";
    private const string UsualMainPart = "xl/workbook.xml";

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly InflationBudget _budget;

    private XlsxPackage(ZipArchive zip, long storedBytes)
    {
        _zip = zip;
        _budget = new InflationBudget(storedBytes);
        foreach (var entry in zip.Entries) _parts.TryAdd(Normalize(entry.FullName, ""), entry);
    }

    /// <summary>Name of the part that lists the sheets.</summary>
    public string MainPart { get; private set; } = UsualMainPart;

    /// <exception cref="UnreadableUploadException">It is no workbook of XML parts, or has more parts than any.</exception>
    public static async ValueTask<XlsxPackage> OpenAsync(Stream stored, CancellationToken cancellationToken)
    {
        await ZipGuard.CheckAsync(stored, cancellationToken);
        var zip = await ZipArchive.CreateAsync(stored, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        if (zip.Entries.Count > WorkbookLimits.Parts) throw new UnreadableUploadException(FileMessages.TooManyParts(WorkbookLimits.Parts));
        var package = new XlsxPackage(zip, stored.Length);
        var relations = await package.RelationsOfAsync("", cancellationToken);
        if (relations.Values.FirstOrDefault(one => one.Type.EndsWith(MainPartType, StringComparison.OrdinalIgnoreCase)) is { } main)
            package.MainPart = main.Target;
        if (!package.Has(package.MainPart)) package.MainPart = UsualMainPart;
        package.CheckMainPart();
        return package;
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    public PartXml Open(string part)
    {
        var entry = _parts[part];
        return new PartXml(new PartStream(new InflatedStream(entry.Open(), entry.CompressedLength), _budget), part);
    }

    /// <summary>The relationships of a part by id, in the order of the file; of the package itself for an empty name.</summary>
    public async ValueTask<IReadOnlyDictionary<string, Relation>> RelationsOfAsync(string part, CancellationToken cancellationToken)
    {
        var relations = new Dictionary<string, Relation>(StringComparer.Ordinal);
        var slash = part.LastIndexOf('/');
        var folder = part[..(slash + 1)];
        var file = $"{folder}_rels/{part[(slash + 1)..]}.rels";
        if (!Has(file)) return relations;
        using var xml = Open(file);
        while (await xml.ReadAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!xml.IsElement || xml.Name != "Relationship" || xml["TargetMode"] == "External" || xml["Id"] is not { } id) continue;
            relations.TryAdd(id, new Relation(xml["Type"] ?? "", Normalize(xml["Target"] ?? "", folder)));
            if (relations.Count > WorkbookLimits.Parts)
                throw new UnreadableUploadException(FileMessages.TooManyParts(WorkbookLimits.Parts));
        }

        return relations;
    }

    public async ValueTask DisposeAsync() => await _zip.DisposeAsync();

    private void CheckMainPart()
    {
        if (Has(MainPart) && !MainPart.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)) return;
        if (_parts.Keys.Any(name => name.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase)))
            throw new UnreadableUploadException(WorkbookMessages.Xlsb());
        if (Has("mimetype") && Has("content.xml")) throw new UnreadableUploadException(WorkbookMessages.OpenDocument());
        if (_parts.Keys.Any(name => name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
            throw new UnreadableUploadException(WorkbookMessages.WordDocument());
        if (_parts.Keys.Any(name => name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)))
            throw new UnreadableUploadException(WorkbookMessages.Presentation());
        throw new UnreadableUploadException(
            Has("[Content_Types].xml") ? WorkbookMessages.NoPart(UsualMainPart) : WorkbookMessages.NoWorkbook());
    }

    // Targets may begin at the root, go up, and be written for another system.
    private static string Normalize(string target, string folder)
    {
        target = Uri.UnescapeDataString(target).Replace('\\', '/');
        var segments = new List<string>();
        foreach (var segment in (target.StartsWith('/') ? target : folder + target).Split('/'))
        {
            if (segment == ".." && segments.Count > 0) segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("" or "." or "..")) segments.Add(segment);
        }

        return string.Join('/', segments);
    }

    /// <param name="Type">What the other part is, as a URI.</param>
    /// <param name="Target">Its name.</param>
    internal sealed record Relation(string Type, string Target);
}
