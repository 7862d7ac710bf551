using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>Opens a workbook by what is in it, whatever its name says.</summary>
internal static class WorkbookFile
{
    private const int SampleBytes = 1 << 12;

    /// <summary>Opens the rows of a workbook; the source owns the stream.</summary>
    /// <exception cref="UnreadableUploadException">It is no workbook, or none that can be read.</exception>
    public static async ValueTask<RowSource> OpenAsync(MeteredStream stored, ReadingHints? hints, CancellationToken cancellationToken)
    {
        IWorkbook? workbook = null;
        try
        {
            workbook = await OpenWorkbookAsync(stored, cancellationToken, hints?.Encoding);
            return await WorkbookRows.OpenAsync(stored, workbook, hints, cancellationToken);
        }
        catch (Exception failure)
        {
            if (workbook is not null) await workbook.DisposeAsync();
            if (!CellRows.IsDamage(failure, stored)) throw;
            throw new UnreadableUploadException(WorkbookMessages.Damaged(), failure);
        }
    }

    /// <summary>Opens the sheets of a workbook; the caller owns the stream, which must be seekable.</summary>
    /// <param name="encoding">Of a web page, as its owner says; null to find it.</param>
    public static async ValueTask<IWorkbook> OpenWorkbookAsync(
        Stream stored, CancellationToken cancellationToken, Encoding? encoding = null)
    {
        var start = new byte[Math.Min(SampleBytes, stored.Length)];
        stored.Position = 0;
        await stored.ReadExactlyAsync(start, cancellationToken);
        stored.Position = 0;
        if (start.AsSpan().StartsWith("PK"u8)) return await XlsxWorkbook.OpenAsync(stored, cancellationToken);
        if (BinaryFormats.IsOle(start)) return OpenOle(await ReadOldAsync(stored, cancellationToken));
        if (BinaryFormats.IsOldWorkbook(start)) return XlsWorkbook.Open(await ReadOldAsync(stored, cancellationToken));
        if (!HtmlWorkbook.IsHtml(start))
        {
            throw new UnreadableUploadException(
                HtmlWorkbook.IsXml2003(Encoding.ASCII.GetString(start)) ? WorkbookMessages.Xml2003() : WorkbookMessages.NoWorkbook());
        }

        if (stored.Length > WorkbookLimits.PageBytes) throw new UnreadableUploadException(WorkbookMessages.PageTooLarge());
        return HtmlWorkbook.Open(await ReadAllAsync(stored, cancellationToken), encoding);
    }

    private static XlsWorkbook OpenOle(byte[] file)
    {
        var found = OleDirectory.Find(file, "Workbook", "Book", "EncryptedPackage", "WordDocument", "PowerPoint Document");
        if (found.Contains("Workbook") || found.Contains("Book")) return XlsWorkbook.Open(file);
        if (found.Contains("EncryptedPackage")) throw new UnreadableUploadException(FileMessages.EncryptedWorkbook());
        if (found.Contains("WordDocument")) throw new UnreadableUploadException(WorkbookMessages.WordDocument());
        throw new UnreadableUploadException(
            found.Contains("PowerPoint Document") ? WorkbookMessages.Presentation() : WorkbookMessages.NoWorkbookInOle());
    }

    private static ValueTask<byte[]> ReadOldAsync(Stream stored, CancellationToken cancellationToken) =>
        stored.Length <= WorkbookLimits.OldBytes
        ? ReadAllAsync(stored, cancellationToken)
        : throw new UnreadableUploadException(WorkbookMessages.OldTooLarge());

    private static async ValueTask<byte[]> ReadAllAsync(Stream stored, CancellationToken cancellationToken)
    {
        var content = new byte[stored.Length];
        await stored.ReadExactlyAsync(content, cancellationToken);
        return content;
    }
}
