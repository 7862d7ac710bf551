using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>
/// Rows of the first sheet of a workbook (ECMA-376, SpreadsheetML), streamed. Only the shared texts are held, up to a limit. Dates come as
/// the serial numbers that they are stored as; formulas as the results stored with them.
/// </summary>
internal sealed class XlsxReader : CellRows
{
    private const int LastColumn = 16_384;
    private const long MostSharedCharacters = 48L << 20;
    private const int MostEntries = 10_000;
    private const int Days1904 = 1462;

    private static readonly XmlReaderSettings Settings = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 0,
        CloseInput = true,
    };

    private readonly ZipArchive _zip;
    private readonly List<string> _shared = [];
    private readonly List<string> _header = [];
    private readonly List<string> _values = [];
    private readonly Dictionary<int, Message> _errors = [];
    private XmlReader? _sheet;

    private XlsxReader(MeteredStream stored, ZipArchive zip)
        : base(stored) => _zip = zip;

    public override IReadOnlyList<string> Header => _header;

    public override ReadOnlySpan<char> this[int column] => column < _values.Count ? _values[column] : default;

    public override Message? FaultOf(int column) => _errors.GetValueOrDefault(column);

    /// <summary>Opens a workbook; the reader owns the stream.</summary>
    /// <exception cref="UnreadableUploadException">It is none, a bomb, or has no header.</exception>
    public static async ValueTask<XlsxReader> OpenAsync(MeteredStream stored, CancellationToken cancellationToken)
    {
        var zip = await ZipArchive.CreateAsync(stored, ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, cancellationToken);
        if (zip.Entries.Count > MostEntries) throw new UnreadableUploadException(FileMessages.TooManyParts(MostEntries));
        var reader = new XlsxReader(stored, zip);
        var sheet = await reader.FindSheetAsync(cancellationToken);
        await reader.ReadSharedAsync(cancellationToken);
        reader._sheet = Open(sheet);
        if (!await reader.ReadAsync(cancellationToken)) throw new UnreadableUploadException(FileMessages.NoHeaderRow());
        if (reader.Fault is { } fault) throw new UnreadableUploadException(FileMessages.BadHeader(fault));
        if (reader._values.Count > ReadLimits.Columns) throw new UnreadableUploadException(FileMessages.TooManyColumns());
        reader._header.AddRange(reader._values.Select(name => name.Trim()));
        return reader;
    }

    protected override async ValueTask<bool> ReadRowAsync(CancellationToken cancellationToken)
    {
        while (await MoveToAsync(_sheet!, "row", "sheetData"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Line = long.TryParse(_sheet!.GetAttribute("r"), CultureInfo.InvariantCulture, out var number) ? number : Line + 1;
            await ReadCellsAsync(_sheet);
            if (Fault is not null || _errors.Count > 0 || _values.Exists(value => !string.IsNullOrWhiteSpace(value))) return true;
        }

        return false;
    }

    public override async ValueTask DisposeAsync()
    {
        _sheet?.Dispose();
        await _zip.DisposeAsync();
        await base.DisposeAsync();
    }

    private async ValueTask ReadCellsAsync(XmlReader sheet)
    {
        _values.Clear();
        _errors.Clear();
        Fault = null;
        var characters = 0L;
        if (sheet.IsEmptyElement) return;
        var depth = sheet.Depth;
        var next = 0;
        while (await sheet.ReadAsync() && sheet.Depth > depth)
        {
            if (sheet.NodeType != XmlNodeType.Element || sheet.LocalName != "c") continue;
            var column = ColumnOf(sheet.GetAttribute("r")) ?? next;
            if (column >= LastColumn) throw new UnreadableUploadException(FileMessages.CellBeyondSheet(Line));
            next = column + 1;
            // An error value such as #DIV/0!.
            if (sheet.GetAttribute("t") == "e") _errors[column] = RowMessages.ErrorValue;
            var text = await ReadCellAsync(sheet);
            if (text is null) _errors[column] = RowMessages.FormulaWithoutResult;
            if (string.IsNullOrEmpty(text)) continue;
            // A shared text costs its file a few bytes a cell, and would cost the quarantine its length each time.
            if ((characters += text.Length) > ReadLimits.RowCharacters)
            {
                Fault = RowMessages.TooLong;
                continue;
            }

            while (_values.Count <= column) _values.Add("");
            _values[column] = text;
        }
    }

    // Null of a formula that was never computed: whatever wrote the workbook is no spreadsheet program.
    private async ValueTask<string?> ReadCellAsync(XmlReader sheet)
    {
        var type = sheet.GetAttribute("t");
        if (sheet.IsEmptyElement) return "";
        var depth = sheet.Depth;
        var text = "";
        var (hasFormula, hasResult) = (false, false);
        while (await sheet.ReadAsync() && sheet.Depth > depth)
        {
            if (sheet.NodeType != XmlNodeType.Element) continue;
            if (sheet.LocalName == "f") hasFormula = true;
            else if (sheet.LocalName == "v") (text, hasResult) = (await ReadTextAsync(sheet), true);
            else if (sheet.LocalName == "is") (text, hasResult) = (await ReadRichTextAsync(sheet), true);
        }

        if (hasFormula && !hasResult) return null;
        return type switch
        {
            "s" => int.TryParse(text, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < _shared.Count
                ? _shared[index]
                : throw new UnreadableUploadException(FileMessages.LostText(Line)),
            "b" => text == "1" ? "true" : "false",
            null or "n" => Plain(text),
            _ => text,
        };
    }

    // Stored with 17 digits: 0.10000000000000001 is the 0.1 that the user typed. Digits alone stay, because a double can't hold an id of 17.
    private static string Plain(string text) =>
        text.AsSpan().IndexOfAny(".Ee") >= 0 && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : text;

    private static int? ColumnOf(string? reference)
    {
        if (string.IsNullOrEmpty(reference)) return null;
        var column = 0;
        foreach (var c in reference)
        {
            if (c is < 'A' or > 'Z') break;
            column = (column * 26) + c - 'A' + 1;
            if (column > LastColumn) return LastColumn;
        }

        return column == 0 ? null : column - 1;
    }

    private async ValueTask ReadSharedAsync(CancellationToken cancellationToken)
    {
        if (_zip.GetEntry("xl/sharedStrings.xml") is not { } entry) return;
        using var xml = Open(entry);
        long characters = 0;
        while (await MoveToAsync(xml, "si", "sst"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = await ReadRichTextAsync(xml);
            // An entry costs its string object too.
            if ((characters += text.Length + 16) > MostSharedCharacters) throw new UnreadableUploadException(FileMessages.TooManyTexts());
            _shared.Add(text);
        }
    }

    private async ValueTask<ZipArchiveEntry> FindSheetAsync(CancellationToken cancellationToken)
    {
        var workbook = _zip.GetEntry("xl/workbook.xml") ?? throw new UnreadableUploadException(FileMessages.NoWorkbook());
        string? relation = null;
        var from1904 = false;
        using (var xml = Open(workbook))
        {
            while (relation is null && await xml.ReadAsync())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.LocalName == "workbookPr") from1904 = xml.GetAttribute("date1904") is "1" or "true";
                if (xml.LocalName == "sheet") relation = xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
            }
        }

        if (from1904) throw new UnreadableUploadException(FileMessages.DatesFrom1904(Days1904));
        var target = relation is null ? null : await FindTargetAsync(relation, cancellationToken);
        return _zip.GetEntry(target ?? "xl/worksheets/sheet1.xml") ?? throw new UnreadableUploadException(FileMessages.NoSheet());
    }

    private async ValueTask<string?> FindTargetAsync(string relation, CancellationToken cancellationToken)
    {
        if (_zip.GetEntry("xl/_rels/workbook.xml.rels") is not { } entry) return null;
        using var xml = Open(entry);
        while (await xml.ReadAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("Id") != relation) continue;
            var target = xml.GetAttribute("Target") ?? "";
            return target.StartsWith('/') ? target[1..] : "xl/" + target;
        }

        return null;
    }

    private static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(new InflatedStream(entry.Open(), entry.CompressedLength), Settings);

    // The next element of a name inside its container.
    private static async ValueTask<bool> MoveToAsync(XmlReader xml, string name, string container)
    {
        while (await xml.ReadAsync())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == name) return true;
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == container) return false;
        }

        return false;
    }

    // All t of an element, without the readings (rPh) of Asian texts: passed over by depth, because a file may nest them without end.
    private static async ValueTask<string> ReadRichTextAsync(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        var text = new StringBuilder();
        var reading = int.MaxValue;
        while (await xml.ReadAsync() && xml.Depth > depth)
        {
            if (xml.Depth > reading) continue;
            reading = int.MaxValue;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "t") text.Append(await ReadTextAsync(xml));
            else if (xml.LocalName == "rPh" && !xml.IsEmptyElement) reading = xml.Depth;
            if (text.Length > ReadLimits.RowCharacters) throw new UnreadableUploadException(FileMessages.LongText());
        }

        return text.ToString();
    }

    // The text of an element, which ends as the current node.
    private static async ValueTask<string> ReadTextAsync(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        var text = new StringBuilder();
        var chunk = new char[256];
        while (await xml.ReadAsync() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            while (await xml.ReadValueChunkAsync(chunk, 0, chunk.Length) is > 0 and var read)
            {
                text.Append(chunk, 0, read);
                if (text.Length > ReadLimits.RowCharacters) throw new UnreadableUploadException(FileMessages.LongText());
            }
        }

        return text.ToString();
    }
}
