using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>
/// A workbook of XML parts (ECMA-376, SpreadsheetML; Transitional and Strict). Only its shared texts and styles are held.
/// </summary>
internal sealed class XlsxWorkbook : IWorkbook
{
    private readonly XlsxPackage _package;
    private readonly List<SheetEntry> _sheets = [];
    private readonly List<string> _parts = [];
    private List<string> _texts = [];
    private IReadOnlyList<CellFormat> _formats = [];
    private bool _from1904;

    private XlsxWorkbook(XlsxPackage package) => _package = package;

    public IReadOnlyList<SheetEntry> Sheets => _sheets;

    /// <summary>Opens a workbook; the caller owns the stream.</summary>
    public static async ValueTask<XlsxWorkbook> OpenAsync(Stream stored, CancellationToken cancellationToken)
    {
        var package = await XlsxPackage.OpenAsync(stored, cancellationToken);
        var workbook = new XlsxWorkbook(package);
        try
        {
            var relations = await package.RelationsOfAsync(package.MainPart, cancellationToken);
            await workbook.ReadSheetsAsync(relations, cancellationToken);
            workbook._texts = await SharedTexts.ReadAsync(package, workbook.PartOf(relations, "sharedStrings"), cancellationToken);
            workbook._formats = await XlsxStyles.ReadAsync(package, workbook.PartOf(relations, "styles"), cancellationToken);
            return workbook;
        }
        catch
        {
            await workbook.DisposeAsync();
            throw;
        }
    }

    public ValueTask<SheetRows> OpenAsync(int sheet, CancellationToken cancellationToken) =>
        ValueTask.FromResult<SheetRows>(new XlsxSheetRows(_package.Open(_parts[sheet]), _texts, _formats, _from1904));

    public async ValueTask<SheetSurvey> SurveyAsync(int sheet, bool withHash, CancellationToken cancellationToken)
    {
        using var xml = _package.Open(_parts[sheet]);
        var merged = new List<MergedRange>();
        var hash = withHash ? new XxHash128() : null;
        var isValue = false;
        while (await xml.ReadAsync())
        {
            if (xml.IsElement)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var name = xml.Name;
                isValue = hash is not null && name is "v" or "t";
                if (name == "mergeCell" && CellReference.Range(xml["ref"]) is { } range) merged.Add(range);
                if (merged.Count > WorkbookLimits.Merged) throw new UnreadableUploadException(WorkbookMessages.TooManyMerged());
                if (hash is not null && name == "c") hash.Append(MemoryMarshal.AsBytes((xml["r"] + xml["t"] + " ").AsSpan()));
                if (isValue) hash!.Append(MemoryMarshal.AsBytes((await xml.ReadTextAsync()).AsSpan()));
            }
        }

        return new SheetSurvey(merged, hash?.GetCurrentHashAsUInt128());
    }

    public async ValueTask DisposeAsync() => await _package.DisposeAsync();

    private async ValueTask ReadSheetsAsync(
        IReadOnlyDictionary<string, XlsxPackage.Relation> relations, CancellationToken cancellationToken)
    {
        using var xml = _package.Open(_package.MainPart);
        while (await xml.ReadAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!xml.IsElement) continue;
            if (xml.Name == "workbookPr") _from1904 = xml["date1904"] is "1" or "true" or "on";
            if (xml.Name != "sheet") continue;
            if (_sheets.Count == WorkbookLimits.Sheets) throw new UnreadableUploadException(WorkbookMessages.TooManySheets());
            AddSheet(xml, relations);
        }

        if (_sheets.Count == 0) throw new UnreadableUploadException(FileMessages.NoSheet());
    }

    // Without relationships, as some writers leave them, the file's number is the sheet's.
    private void AddSheet(PartXml xml, IReadOnlyDictionary<string, XlsxPackage.Relation> relations)
    {
        var folder = _package.MainPart[..(_package.MainPart.LastIndexOf('/') + 1)];
        var relation = xml.RelationshipId is { } id ? relations.GetValueOrDefault(id) : null;
        var part = relation?.Target ?? $"{folder}worksheets/sheet{_sheets.Count + 1}.xml";
        var hasCells = _package.Has(part) && relation?.Type.EndsWith("/worksheet", StringComparison.OrdinalIgnoreCase) is not false;
        _sheets.Add(new SheetEntry(xml["name"] ?? $"Sheet{_sheets.Count + 1}", xml["state"] is not (null or "visible"), hasCells));
        _parts.Add(part);
    }

    private string? PartOf(IReadOnlyDictionary<string, XlsxPackage.Relation> relations, string kind)
    {
        var named = relations.Values.FirstOrDefault(one => one.Type.EndsWith("/" + kind, StringComparison.OrdinalIgnoreCase))?.Target;
        var usual = $"{_package.MainPart[..(_package.MainPart.LastIndexOf('/') + 1)]}{kind}.xml";
        return named is not null && _package.Has(named) ? named : _package.Has(usual) ? usual : null;
    }
}
