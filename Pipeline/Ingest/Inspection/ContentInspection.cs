using CommunityDemand.Pipeline.Ingest.Formats;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>Tells the format of a file and where its table stands.</summary>
internal static class ContentInspection
{
    /// <summary>The report with what is known of the content.</summary>
    /// <param name="open">Opens the file.</param>
    public static async Task<FileReport> DescribeAsync(
        FileReport report, UploadContent content, Func<Stream> open, CancellationToken cancellationToken)
    {
        report = report with
        {
            Format = await FormatOfAsync(content.Format, open, cancellationToken),
            Packing = content.Packing.Kind switch
            {
                PackingKind.Gzip => "gzip",
                PackingKind.Zip => "zip",
                _ => null,
            },
            Encoding = content.Encoding?.WebName,
            Delimiter = content.Layout is { IsEmpty: false } ? content.Layout.Dialect.Delimiter : null,
            HeaderRow = content.Layout is { IsEmpty: false, HasHeader: true }
                ? content.Layout.FirstLine + content.Layout.HeaderRows - 1 : null,
        };
        if (content.Format != UploadFormat.Workbook) return report;
        await using var stored = open();
        var (sheets, headerRow) = await SheetInspection.ReadAsync(stored, content.Hints, cancellationToken);
        return report with { Sheets = sheets, HeaderRow = headerRow };
    }

    private static async Task<string> FormatOfAsync(UploadFormat format, Func<Stream> open, CancellationToken cancellationToken)
    {
        if (format != UploadFormat.Workbook) return format switch
        {
            UploadFormat.Csv => "csv",
            UploadFormat.Tsv => "tsv",
            UploadFormat.JsonLines => "jsonl",
            UploadFormat.JsonArray => "json",
            _ => "parquet",
        };
        var head = new byte[BinaryFormats.HeadBytes];
        await using var stored = open();
        await stored.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return BinaryFormats.IsZip(head) ? "xlsx" : BinaryFormats.IsOle(head) || BinaryFormats.IsOldWorkbook(head) ? "xls" : "html";
    }
}
