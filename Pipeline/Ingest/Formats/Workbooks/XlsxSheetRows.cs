using System.Globalization;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>The rows of a sheet in XML, streamed. Formulas come as the results stored with them.</summary>
internal sealed class XlsxSheetRows(PartXml xml, IReadOnlyList<string> texts, IReadOnlyList<CellFormat> formats, bool from1904) : SheetRows
{
    private const int MostHiddenColumns = 1_000;
    private const string Midnight = "T00:00:00";

    private readonly List<(int First, int Last)> _hiddenColumns = [];
    private long _number;

    public override bool HidesColumn(int column) => _hiddenColumns.Exists(span => column >= span.First && column <= span.Last);

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (await xml.ReadAsync())
        {
            if (xml.IsEndOf("sheetData")) return false;
            if (!xml.IsElement) continue;
            cancellationToken.ThrowIfCancellationRequested();
            if (xml.Name == "row")
            {
                await ReadRowAsync();
                return true;
            }

            if (xml.Name == "col") AddColumn();
        }

        return false;
    }

    public override ValueTask DisposeAsync()
    {
        xml.Dispose();
        return base.DisposeAsync();
    }

    private static bool IsTrue(string? flag) => flag is "1" or "true" or "on";

    private void AddColumn()
    {
        if (!IsTrue(xml["hidden"]) || _hiddenColumns.Count >= MostHiddenColumns) return;
        if (!int.TryParse(xml["min"], CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(xml["max"], CultureInfo.InvariantCulture, out var last))
            return;
        _hiddenColumns.Add((first - 1, last - 1));
    }

    private async ValueTask ReadRowAsync()
    {
        _number = long.TryParse(xml["r"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : _number + 1;
        Current.Begin(_number, IsTrue(xml["hidden"]));
        if (xml.IsEmpty) return;
        var depth = xml.Depth;
        var next = 0;
        while (await xml.ReadAsync() && xml.Depth > depth)
        {
            if (!xml.IsElement || xml.Name != "c") continue;
            var column = CellReference.Column(xml["r"]) ?? next;
            if (column >= LastColumn) throw new UnreadableUploadException(FileMessages.CellBeyondSheet(_number));
            next = column + 1;
            await ReadCellAsync(column);
        }
    }

    private async ValueTask ReadCellAsync(int column)
    {
        var (type, style) = (xml["t"], xml["s"]);
        if (xml.IsEmpty) return;
        var depth = xml.Depth;
        var text = "";
        var (hasFormula, hasResult) = (false, false);
        while (await xml.ReadAsync() && xml.Depth > depth)
        {
            if (!xml.IsElement) continue;
            if (xml.Name == "f") hasFormula = true;
            else if (xml.Name == "v") (text, hasResult) = (await xml.ReadTextAsync(), true);
            else if (xml.Name == "is") (text, hasResult) = (await xml.ReadRichTextAsync(), true);
        }

        // A formula that was never computed: whatever wrote the workbook is no spreadsheet program.
        if (hasFormula && !hasResult) Current.SetFault(column, RowMessages.FormulaWithoutResult);
        else if (type == "e") Current.SetError(column, text);
        else Current.Set(column, Shown(type, style, text));
    }

    private string Shown(string? type, string? style, string text) => type switch
    {
        _ when text.Length == 0 => text,
        "s" => int.TryParse(text, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < texts.Count
            ? texts[index]
            : throw new UnreadableUploadException(FileMessages.LostText(_number)),
        "b" => text is "1" or "true" ? "true" : "false",
        "d" => text.IndexOf(Midnight, StringComparison.Ordinal) is > 0 and var midnight && text.AsSpan(midnight + Midnight.Length)
            .IndexOfAnyExcept("0.Z") < 0 ? text[..midnight] : text,
        null or "n" => FormatOf(style).Show(text.Trim(), from1904),
        "str" => ValueEscape.Decode(text),
        _ => text,
    };

    private CellFormat FormatOf(string? style) =>
        int.TryParse(style, CultureInfo.InvariantCulture, out var number) && number >= 0 && number < formats.Count
            ? formats[number]
            : CellFormat.General;
}
