using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>A workbook of records (MS-XLS, BIFF2 to BIFF8), which Excel wrote until 2003, read by ExcelDataReader from memory.</summary>
internal sealed class XlsWorkbook : IWorkbook
{
    private const string Visible = "visible";

    private readonly byte[] _content;
    private readonly IReadOnlyDictionary<(int Sheet, int Row, int Column), string> _errors;
    private readonly List<SheetEntry> _sheets = [];

    // ExcelDataReader asks for code pages by number.
    static XlsWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private XlsWorkbook(byte[] content)
    {
        _content = content;
        _errors = XlsErrors.Find(CompoundFile.Read(content, "Workbook", "Book"));
    }

    public IReadOnlyList<SheetEntry> Sheets => _sheets;

    /// <exception cref="UnreadableUploadException">It is encrypted, damaged, or no workbook.</exception>
    public static XlsWorkbook Open(byte[] content)
    {
        var workbook = new XlsWorkbook(content);
        using var reader = workbook.OpenReader();
        do
        {
            if (workbook._sheets.Count == WorkbookLimits.Sheets) throw new UnreadableUploadException(WorkbookMessages.TooManySheets());
            workbook._sheets.Add(
                new SheetEntry(
                    reader.Name ?? $"Sheet{workbook._sheets.Count + 1}", reader.VisibleState is not (null or Visible),
                    reader.FieldCount > 0));
        }
        while (reader.NextResult());

        return workbook;
    }

    public ValueTask<SheetRows> OpenAsync(int sheet, CancellationToken cancellationToken) =>
        ValueTask.FromResult<SheetRows>(new XlsSheetRows(OpenAt(sheet), (row, column) => _errors.GetValueOrDefault((sheet, row, column))));

    public ValueTask<SheetSurvey> SurveyAsync(int sheet, bool withHash, CancellationToken cancellationToken)
    {
        using var reader = OpenAt(sheet);
        var merged = (reader.MergeCells ?? [])
            .Select(cell => new MergedRange(cell.FromRow + 1, cell.ToRow + 1, cell.FromColumn, cell.ToColumn)).ToArray();
        return ValueTask.FromResult(new SheetSurvey(merged, withHash ? XlsSheetRows.HashOf(reader, cancellationToken) : null));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IExcelDataReader OpenAt(int sheet)
    {
        var reader = OpenReader();
        for (var i = 0; i < sheet; i++) reader.NextResult();
        return reader;
    }

    private IExcelDataReader OpenReader()
    {
        try
        {
            var fallback = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
            return ExcelReaderFactory.CreateBinaryReader(
                new MemoryStream(_content, writable: false), new ExcelReaderConfiguration { FallbackEncoding = fallback });
        }
        catch (InvalidPasswordException locked)
        {
            throw new UnreadableUploadException(FileMessages.EncryptedWorkbook(), locked);
        }
    }
}
