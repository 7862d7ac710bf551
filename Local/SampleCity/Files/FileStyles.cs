using System.IO.Compression;
using System.Text;

namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>Writers by style.</summary>
internal static class FileStyles
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    private static readonly Encoding Utf8WithBom = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>File extension, with the dot.</summary>
    public static string Extension(this FileStyle style) => style switch
    {
        FileStyle.Csv or FileStyle.CsvWithBom or FileStyle.CsvGb18030 or FileStyle.CsvUtf16 => ".csv",
        FileStyle.CsvGzip => ".csv.gz",
        FileStyle.Tsv => ".tsv",
        FileStyle.JsonLines => ".jsonl",
        FileStyle.Xlsx => ".xlsx",
        FileStyle.Parquet => ".parquet",
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };

    /// <summary>Creates a file and its folder, and writes the header.</summary>
    public static async Task<TableWriter> CreateAsync(
        this FileStyle style, string path, TableColumn[] columns, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        string[] english = [.. columns.Select(c => c.Name)];
        return style switch
        {
            FileStyle.Csv => new DelimitedWriter(stream, english, Utf8),
            FileStyle.CsvWithBom => new DelimitedWriter(stream, english, Utf8WithBom, dateFormat: "yyyy/M/d"),
            FileStyle.CsvGb18030 => new DelimitedWriter(stream, [.. columns.Select(c => c.Chinese)], Gb18030, dateFormat: "yyyy年M月d日"),
            FileStyle.CsvUtf16 => new DelimitedWriter(stream, english, Encoding.Unicode),
            FileStyle.CsvGzip => new DelimitedWriter(new GZipStream(stream, CompressionLevel.Optimal), english, Utf8),
            FileStyle.Tsv => new DelimitedWriter(stream, english, Utf8, '\t'),
            FileStyle.JsonLines => new JsonLinesWriter(stream, english),
            FileStyle.Xlsx => new XlsxWriter(stream, english),
            FileStyle.Parquet => await ParquetTableWriter.CreateAsync(stream, columns, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(style)),
        };
    }
}
