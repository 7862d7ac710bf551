using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Opens the rows of any format.</summary>
internal static class RowSources
{
    private const int TextBuffer = 1 << 16;

    /// <summary>Opens the second pass over an upload; the source owns the stream.</summary>
    /// <exception cref="UnreadableUploadException">The file has no header or is damaged.</exception>
    public static async ValueTask<RowSource> OpenAsync(
        MeteredStream stored, UploadFile file, Encoding? encoding, CancellationToken cancellationToken)
    {
        try
        {
            return file.Format switch
            {
                UploadFormat.Csv => await DelimitedReader.OpenAsync(Text(stored, file, encoding), delimiter: null, cancellationToken),
                UploadFormat.Tsv => await DelimitedReader.OpenAsync(Text(stored, file, encoding), '\t', cancellationToken),
                UploadFormat.JsonLines => await JsonLinesReader.OpenAsync(Text(stored, file, encoding), cancellationToken),
                UploadFormat.Xlsx => await XlsxReader.OpenAsync(stored, cancellationToken),
                UploadFormat.Parquet => await ParquetRows.OpenAsync(stored, cancellationToken),
                _ => throw new ArgumentOutOfRangeException(nameof(file)),
            };
        }
        catch (Exception damaged) when (CellRows.IsDamage(damaged, stored))
        {
            throw ReadingFaults.Damaged(damaged);
        }
    }

    private static StreamReader Text(Stream stored, UploadFile file, Encoding? encoding) =>
        new(UploadContent.Unpack(stored, file), encoding ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: true, TextBuffer);
}
