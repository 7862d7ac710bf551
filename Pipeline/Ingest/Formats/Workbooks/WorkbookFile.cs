using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>Opens a workbook by what is in it, whatever its name says.</summary>
internal static class WorkbookFile
{
    private const int SampleBytes = 1 << 12;

    /// <summary>Old workbooks have 65,536 rows a sheet; they are read from memory.</summary>
    private const long MostOldBytes = 64L << 20;

    /// <summary>Opens the rows of a workbook; the source owns the stream.</summary>
    /// <exception cref="UnreadableUploadException">It is no workbook, or none that can be read.</exception>
    public static async ValueTask<RowSource> OpenAsync(MeteredStream stored, ReadingHints? hints, CancellationToken cancellationToken)
    {
        IWorkbook? workbook = null;
        try
        {
            workbook = await OpenWorkbookAsync(stored, cancellationToken);
            return await WorkbookRows.OpenAsync(stored, workbook, hints, cancellationToken);
        }
        catch (Exception failure)
        {
            if (workbook is not null) await workbook.DisposeAsync();
            if (!CellRows.IsDamage(failure, stored)) throw;
            throw new UnreadableUploadException(WorkbookMessages.DamagedFile("workbook"), failure);
        }
    }

    /// <summary>Opens the sheets of a workbook; the caller owns the stream, which must be seekable.</summary>
    public static async ValueTask<IWorkbook> OpenWorkbookAsync(Stream stored, CancellationToken cancellationToken)
    {
        var start = new byte[Math.Min(SampleBytes, stored.Length)];
        stored.Position = 0;
        await stored.ReadExactlyAsync(start, cancellationToken);
        stored.Position = 0;
        if (start.AsSpan().StartsWith("PK"u8)) return await XlsxWorkbook.OpenAsync(stored, cancellationToken);
        if (start.AsSpan().StartsWith(OleDirectory.Signature)) return OpenOle(await ReadAllAsync(stored, MostOldBytes, "old workbooks (.xls)", cancellationToken));
        if (IsRawRecords(start)) return XlsWorkbook.Open(await ReadAllAsync(stored, MostOldBytes, "old workbooks (.xls)", cancellationToken));
        if (HtmlWorkbook.IsHtml(start)) return HtmlWorkbook.Open(await ReadAllAsync(stored, HtmlWorkbook.MostBytes, "web pages", cancellationToken));
        throw new UnreadableUploadException(Encoding.ASCII.GetString(start).Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal)
            ? WorkbookMessages.Xml2003
            : WorkbookMessages.NoWorkbook);
    }

    // BIFF2, 3, 4 and 5 without a compound file around them begin with a record BOF of 4 to 16 bytes.
    private static bool IsRawRecords(byte[] start) => start.Length > 4 && start[0] == 0x09 && start[1] is 0x00 or 0x02 or 0x04 or 0x08 && start[2] is >= 4 and <= 16 && start[3] == 0;

    private static XlsWorkbook OpenOle(byte[] file)
    {
        var found = OleDirectory.Find(file, "Workbook", "Book", "EncryptedPackage", "WordDocument", "PowerPoint Document");
        if (found.Contains("Workbook") || found.Contains("Book")) return XlsWorkbook.Open(file);
        if (found.Contains("EncryptedPackage")) throw new UnreadableUploadException(WorkbookMessages.Encrypted);
        if (found.Contains("WordDocument")) throw new UnreadableUploadException(WorkbookMessages.WordDocument);
        throw new UnreadableUploadException(found.Contains("PowerPoint Document") ? WorkbookMessages.Presentation : WorkbookMessages.NoWorkbookInOle);
    }

    private static async ValueTask<byte[]> ReadAllAsync(Stream stored, long mostBytes, string kind, CancellationToken cancellationToken)
    {
        if (stored.Length > mostBytes) throw new UnreadableUploadException(WorkbookMessages.TooLarge(mostBytes, kind));
        var content = new byte[stored.Length];
        await stored.ReadExactlyAsync(content, cancellationToken);
        return content;
    }
}
