using CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Opens the rows of any format.</summary>
internal static class RowSources
{
    private const int TextBuffer = 1 << 16;

    /// <summary>Opens the second pass over an upload; the source owns the stream.</summary>
    /// <exception cref="UnreadableUploadException">The file has no header or is damaged.</exception>
    public static async ValueTask<RowSource> OpenAsync(MeteredStream stored, UploadContent content, CancellationToken cancellationToken)
    {
        try
        {
            return content.Format switch
            {
                UploadFormat.Csv or UploadFormat.Tsv =>
                    await DelimitedReader.OpenAsync(
                        await TextAsync(stored, content, cancellationToken), content.Layout!, cancellationToken, content.Screen),
                UploadFormat.JsonLines or UploadFormat.JsonArray =>
                    await JsonLinesReader.OpenAsync(
                        await TextAsync(stored, content, cancellationToken), content.Format == UploadFormat.JsonArray, content.Screen,
                        cancellationToken),
                UploadFormat.Workbook => await WorkbookFile.OpenAsync(stored, content.Hints, cancellationToken),
                UploadFormat.Parquet => await ParquetRows.OpenAsync(stored, cancellationToken),
                _ => throw new ArgumentOutOfRangeException(nameof(content)),
            };
        }
        catch (Exception damaged) when (CellRows.IsDamage(damaged, stored))
        {
            throw CellRows.Unreadable(damaged);
        }
    }

    private static async ValueTask<StreamReader> TextAsync(
        MeteredStream stored, UploadContent content, CancellationToken cancellationToken) => new(
        await UploadContent.UnpackAsync(stored, content.Packing, cancellationToken), content.Encoding!,
        detectEncodingFromByteOrderMarks: true, TextBuffer);
}
