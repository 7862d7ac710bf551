using System.IO.Compression;
using System.Text;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats.Workbooks;

/// <summary>Makes workbooks of several sheets, part by part.</summary>
internal sealed class BookMaker
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State, string Kind, string Part, string Content)> _sheets = [];
    private readonly Dictionary<string, string> _parts = [];
    private readonly StringBuilder _formats = new();
    private int _styles;

    public string Properties { get; init; } = "";

    /// <summary>Adds a sheet.</summary>
    /// <param name="content">Elements <c>row</c>.</param>
    /// <param name="after">What stands behind them.</param>
    /// <param name="before">What stands before them.</param>
    public BookMaker Sheet(
        string name, string content, string state = "visible", string kind = "worksheet", string? part = null, string after = "",
        string before = "")
    {
        _sheets.Add(
            (
                name, state, kind, part ?? $"worksheets/sheet{_sheets.Count + 1}.xml",
                $"<worksheet xmlns='{Main}'>{before}<sheetData>{content}</sheetData>{after}</worksheet>"));
        return this;
    }

    public BookMaker Part(string name, string content)
    {
        _parts[name] = content;
        return this;
    }

    /// <summary>Adds a number format; cells name it by the order, from 1.</summary>
    public BookMaker Format(string code)
    {
        _formats.Append($"<numFmt numFmtId='{200 + ++_styles}' formatCode='{System.Security.SecurityElement.Escape(code)}'/>");
        return this;
    }

    public byte[] Make()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", "<Types/>");
            Write(
                zip, "xl/workbook.xml",
                $"<workbook xmlns='{Main}' "
                    + $"xmlns:r='{Relations}'>{Properties}<sheets>"
                    + $"{Join((one, i) => $"<sheet name='{one.Name}' sheetId='{i}' state='{one.State}' r:id='r{i}'/>")}"
                    + "</sheets></workbook>");
            Write(
                zip, "xl/_rels/workbook.xml.rels",
                "<Relationships>"
                    + $"{Join((one, i) => $"<Relationship Id='r{i}' Type='{Relations}/{one.Kind}' Target='{one.Part}'/>")}"
                    + "</Relationships>");
            Write(
                zip, "xl/styles.xml",
                $"<styleSheet xmlns='{Main}'><numFmts>{_formats}</numFmts><cellXfs><xf "
                    + $"numFmtId='0'/>{string.Concat(Enumerable.Range(1, _styles).Select(i => $"<xf numFmtId='{200 + i}'/>"))}"
                    + "</cellXfs></styleSheet>");
            foreach (var sheet in _sheets) Write(zip, sheet.Part.StartsWith('/') ? sheet.Part[1..] : "xl/" + sheet.Part, sheet.Content);
            foreach (var (name, content) in _parts) Write(zip, name, content);
        }

        return packed.ToArray();
    }

    /// <summary>Rows of texts and numbers; a cell that begins with &lt; is taken as XML.</summary>
    public static string Rows(params string[][] rows) => string.Concat(rows.Select(row => $"<row>{string.Concat(row.Select(Cell))}</row>"));

    /// <summary>A number with a format of <see cref="Format"/>.</summary>
    public static string Number(string value, int format) => $"<c s='{format}'><v>{value}</v></c>";

    private static string Cell(string text) =>
        text.StartsWith('<') ? text : text.Length == 0 ? "<c/>" : $"<c t='inlineStr'><is><t>{text}</t></is></c>";

    private string Join(Func<(string Name, string State, string Kind, string Part, string Content), int, string> write) =>
        string.Concat(_sheets.Select((one, i) => write(one, i + 1)));

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
