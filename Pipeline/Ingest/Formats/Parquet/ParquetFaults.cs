using System.Globalization;

namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>What is said of Parquet files, columns and values that can't be read.</summary>
internal static class ParquetFaults
{
    public const string NotUtf8 = "text that is not UTF-8";
    public const string OutsideTheCalendar = "infinite, or outside the years 1 to 9999";
    public const string NoTimeOfDay = "no time of a day";

    private const int ShownCharacters = 60;
    private const string Again = "Export and upload it again.";
    private const string Smaller = "Write the file with smaller pages or row groups (pandas: row_group_size=100000).";

    public static string Overlong => string.Create(CultureInfo.InvariantCulture, $"longer than {ReadLimits.RowCharacters} characters");

    public static UnreadableUploadException NoParquet() =>
        new($"The file is no Parquet file, or is cut off: it does not begin and end with PAR1. {Again}");

    public static UnreadableUploadException EncryptedFile() => new("The file is encrypted. Upload it without encryption.");

    public static UnreadableUploadException FooterBeyondFile(long footer, long file) =>
        new($"The footer is said to take {footer} bytes of a file of {file}: the file is cut off or damaged. {Again}");

    public static UnreadableUploadException FooterTooLarge(long footer) =>
        new($"The footer takes {footer >> 20} MiB, more than {ParquetLimits.FooterBytes >> 20}. Write the file with fewer columns or larger row groups.");

    public static UnreadableUploadException DamagedFooter(Exception? inner = null) => new($"The footer is damaged: the file can't be read. {Again}", inner);

    public static UnreadableUploadException TooDeep() =>
        new($"The footer, or the header of a page, is nested more than {ParquetLimits.Depth} levels deep. Write the file with flat columns.");

    public static UnreadableUploadException TooManyColumns() =>
        new($"The file has more than {ReadLimits.Columns} columns. Keep the columns that the dataset asks for.");

    public static UnreadableUploadException TooManyLeaves() =>
        new($"The file has more than {ParquetLimits.Leaves} columns inside its nested columns. Keep the columns that the dataset asks for.");

    public static UnreadableUploadException TooManyRows(long rows, long bytes) =>
        new($"The file claims {rows} rows in {bytes} bytes, more than a real table packs into them. {Again}");

    public static UnreadableUploadException ImpossibleDecimal(string column, long precision, long scale) =>
        new($"Column '{Shown(column)}' claims decimals of {precision} digits, {scale} of them after the point. Up to {ParquetLimits.DecimalDigits} are read.");

    public static UnreadableUploadException ImpossibleLength(string column, long length) =>
        new($"Column '{Shown(column)}' claims values of {length} bytes each. Up to {ParquetLimits.FixedBytes} are read.");

    public static UnreadableUploadException ChunkOutside(string column, int group) =>
        new($"Column '{Shown(column)}' of row group {group} lies outside the file, or over another column: the file is cut off or damaged. {Again}");

    public static UnreadableUploadException OtherFile(string column) =>
        new($"Column '{Shown(column)}' lies in another file. Write the table as one file.");

    public static UnreadableUploadException Damaged(string column, int group, Exception? inner = null) =>
        new($"Column '{Shown(column)}' of row group {group} is damaged. {Again}", inner);

    public static UnreadableUploadException Checksum(string column, int group) =>
        new($"Column '{Shown(column)}' of row group {group} is damaged: its checksum differs. {Again}");

    public static UnreadableUploadException PageBeyondChunk(string column, int group) =>
        new($"Column '{Shown(column)}' of row group {group} has a page that is larger than the column. The file is damaged. {Again}");

    public static UnreadableUploadException TooMuchMemory(string column, int group, long bytes) =>
        new($"Column '{Shown(column)}' of row group {group} has a page of {bytes >> 20} MiB, more than is held of all columns ({ParquetLimits.HeldBytes >> 20}). {Smaller}");

    public static UnreadableUploadException Bomb() =>
        new($"The file unpacks to more than {ReadLimits.InflationRatio} times its size, as a zip bomb does. Write it without compression if it is genuine.");

    public static UnreadableUploadException UnknownPacking(string column, string packing) =>
        new($"Column '{Shown(column)}' is packed by {packing}, which is not read. Write the file with snappy, gzip, zstd, brotli, lz4 or without compression.");

    public static UnreadableUploadException UnknownEncoding(string column, string encoding) =>
        new($"Column '{Shown(column)}' is encoded by {encoding}, which is not read. Write the file with plain, dictionary or delta encoding.");

    public static UnreadableUploadException UnreadableColumn(string column, string why) => new($"Column '{Shown(column)}' {why}");

    /// <summary>Why a column of a kind can't be read; follows the column's name.</summary>
    public static class Column
    {
        public const string Nested = "is nested (a list, a map or a struct). Write it as a flat column of one value a row.";
        public const string Encrypted = "is encrypted. Upload the file without encryption.";
        public const string Interval = "holds intervals, which are not read. Write them as numbers.";
    }

    private static string Shown(string name)
    {
        var plain = string.Concat(name.Take(ShownCharacters).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
        return name.Length > ShownCharacters ? plain + "..." : plain;
    }
}
