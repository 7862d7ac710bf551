using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>
/// Writer of a workbook with one sheet of at most 26 columns: inline texts, dates as styled serial numbers. Common libraries add the time
/// and random part names to their files, so the same city would never give the same bytes twice.
/// </summary>
internal sealed class XlsxWriter : TableWriter
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static readonly DateTimeOffset ZipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly SerialEpoch = new(1899, 12, 30);

    // Line ends inside a part are for the reader of this file only.
    private static readonly (string Path, string Content)[] Parts =
    [
        ("[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Type}.worksheet+xml"/>
            </Types>
            """),
        ("_rels/.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """),
        ("xl/workbook.xml", $"""
            <workbook xmlns="{Sheet}" xmlns:r="{Relations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>
            """),
        ("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """),
        ("xl/styles.xml", $"""
            <styleSheet xmlns="{Sheet}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>
            <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
            <cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>
            """),
    ];

    private readonly ZipArchive _zip;
    private readonly StreamWriter _sheet;
    private int _row;

    /// <param name="stream">Output stream; closed with the writer.</param>
    /// <param name="headers">Column headers.</param>
    public XlsxWriter(Stream stream, IReadOnlyList<string> headers)
    {
        _zip = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var (path, content) in Parts)
        {
            using var part = Open(path);
            part.Write(Xml + content.ReplaceLineEndings(""));
        }

        _sheet = Open("xl/worksheets/sheet1.xml");
        _sheet.Write($"{Xml}<worksheet xmlns=\"{Sheet}\"><sheetData>");
        Write([.. headers.Select(h => (Cell)h)]);
    }

    public override void Write(params ReadOnlySpan<Cell> row)
    {
        _sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{++_row}\">"));
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i].Kind == CellKind.Blank) continue;
            _sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + i)}{_row}\""));
            _sheet.Write(row[i].Kind switch
            {
                CellKind.Number => string.Create(CultureInfo.InvariantCulture, $"><v>{row[i].Number}</v></c>"),
                CellKind.Date =>
                    string.Create(CultureInfo.InvariantCulture, $" s=\"1\"><v>{row[i].Date.DayNumber - SerialEpoch.DayNumber}</v></c>"),
                _ => $" t=\"inlineStr\"><is><t>{SecurityElement.Escape(row[i].Text)}</t></is></c>",
            });
        }

        _sheet.Write("</row>");
    }

    public override async ValueTask DisposeAsync()
    {
        await _sheet.WriteAsync("</sheetData></worksheet>");
        await _sheet.DisposeAsync();
        await _zip.DisposeAsync();
    }

    private StreamWriter Open(string path)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = ZipEpoch;
        return new StreamWriter(entry.Open(), new UTF8Encoding(false), 1 << 16);
    }
}
