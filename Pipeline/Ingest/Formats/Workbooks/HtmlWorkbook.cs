using System.Text;
using System.Text.RegularExpressions;
using CommunityDemand.Pipeline.Ingest.Formats.Encodings;
using HtmlAgilityPack;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>
/// A web page that was saved as a workbook, as many portals export: each of its tables is a sheet. A table that only arranges others gives
/// what of it is outside of them.
/// </summary>
internal sealed partial class HtmlWorkbook : IWorkbook
{
    private const int MostTags = 400_000;
    private const int MostDepth = 200;
    private const int SampleBytes = 1 << 12;

    private readonly List<HtmlTable> _tables;

    private HtmlWorkbook(List<HtmlTable> tables)
    {
        _tables = tables;
        Sheets = [
            .. tables.Select(
                (table, index) => new SheetEntry(table.Name ?? $"Table {index + 1}", IsHidden: false, HasCells: table.Rows.Count > 0))];
    }

    public IReadOnlyList<SheetEntry> Sheets { get; }

    /// <summary>Whether a file begins as a web page or a table of one does.</summary>
    public static bool IsHtml(ReadOnlySpan<byte> start)
    {
        start = start[..Math.Min(start.Length, SampleBytes)];
        var text = Encoding.UTF8.GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.Contains('\0', StringComparison.Ordinal))
            text = Encoding.Unicode.GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith('<') && Tag().IsMatch(text) && !IsXml2003(text);
    }

    /// <summary>Whether a text is an XML spreadsheet of Excel 2003, whose tables are none of a web page.</summary>
    public static bool IsXml2003(string start) => start.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal)
        && !start.Contains("<html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a page whole.</summary>
    /// <param name="encoding">As its owner says; null to find it.</param>
    /// <exception cref="UnreadableUploadException">It has no table, or is larger than memory allows.</exception>
    public static HtmlWorkbook Open(byte[] content, Encoding? encoding)
    {
        if (content.AsSpan().Count((byte)'<') > MostTags) throw new UnreadableUploadException(WorkbookMessages.TooManyTags());
        var page = new HtmlDocument { OptionMaxNestedChildNodes = MostDepth, OptionCheckSyntax = false };
        page.LoadHtml((encoding ?? EncodingOf(content)).GetString(content).TrimStart('\uFEFF'));
        var tables = page.DocumentNode.Descendants("table").Select(HtmlTable.Of).ToList();
        return tables.Exists(table =>
            table.Rows.Count > 0) ? new HtmlWorkbook(tables) : throw new UnreadableUploadException(WorkbookMessages.NoHtmlTable());
    }

    public ValueTask<SheetRows> OpenAsync(int sheet, CancellationToken cancellationToken) =>
        ValueTask.FromResult<SheetRows>(new HtmlTableRows(_tables[sheet]));

    public ValueTask<SheetSurvey> SurveyAsync(int sheet, bool withHash, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new SheetSurvey(_tables[sheet].Merged, null));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // A byte order mark, then what the page says, then what its bytes say.
    private static Encoding EncodingOf(byte[] content)
    {
        if (content.AsSpan().StartsWith(Encoding.UTF8.Preamble)) return Encoding.UTF8;
        if (content.AsSpan().StartsWith(Encoding.Unicode.Preamble)) return Encoding.Unicode;
        if (content.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble)) return Encoding.BigEndianUnicode;
        var said = Charset().Match(Encoding.Latin1.GetString(content, 0, Math.Min(SampleBytes, content.Length))).Groups[1].Value;
        if (said.Length > 0 && CodePagesEncodingProvider.Instance.GetEncoding(said) is { } known) return known;
        var evidence = new TextEvidence();
        evidence.Append(content);
        var verdict = EncodingFinder.Find(content, evidence);
        return verdict.Encoding ?? throw new UnreadableUploadException(EncodingAssumptions.Refusal(verdict.Doubt!));
    }

    [GeneratedRegex("""<(!doctype\s+html|html|head|meta|body|table|div|style)\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex("""charset\s*=\s*["']?\s*([A-Za-z0-9_\-:]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
