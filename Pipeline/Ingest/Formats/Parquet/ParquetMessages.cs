using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>Why a Parquet file, a column of it or a value can't be read, and what to do about it.</summary>
internal static class ParquetMessages
{
    public static Message NotUtf8 { get; } = new("row.not_utf8");

    public static Message BytesOfNoText { get; } = new("row.bytes_of_no_text");

    public static Message OutsideTheCalendar { get; } = new("row.outside_the_calendar");

    public static Message NoTimeOfDay { get; } = new("row.no_time_of_day");

    /// <summary>Of a column; follows its name in a sentence.</summary>
    public static Message Nested { get; } = new("parquet.nested");

    /// <inheritdoc cref="Nested"/>
    public static Message Encrypted { get; } = new("parquet.encrypted");

    /// <inheritdoc cref="Nested"/>
    public static Message Interval { get; } = new("parquet.interval");

    /// <inheritdoc cref="Nested"/>
    public static Message NoText { get; } = new("parquet.no_text");

    /// <param name="why">One of the four above.</param>
    public static Message UnreadableColumn(string column, Message why) =>
        new("parquet.unreadable_column", ("column", ShownName.Of(column)), ("why", why));

    /// <inheritdoc cref="UnreadableColumn"/>
    public static Message PassedOver(IEnumerable<string> columns, Message why) =>
        new("assumed.columns_passed_over", ("columns", ShownName.Of(columns)), ("why", why));

    public static Message NoParquet() => new("parquet.none");

    public static Message EncryptedFile() => new("parquet.encrypted_file");

    /// <param name="footer">Bytes that the footer claims.</param>
    /// <param name="file">Bytes of the file.</param>
    public static Message FooterBeyondFile(long footer, long file) => new("parquet.footer_beyond_file", ("footer", footer), ("file", file));

    public static Message FooterTooLarge(long footer) =>
        new("parquet.footer_too_large", ("footer", footer >> 20), ("most", (long)ParquetLimits.FooterBytes >> 20));

    public static Message DamagedFooter() => new("parquet.damaged_footer");

    public static Message TooDeep() => new("parquet.too_deep", ("most", ParquetLimits.Depth));

    public static Message TooManyLeaves() => new("parquet.too_many_leaves", ("most", ParquetLimits.Leaves));

    /// <param name="rows">Rows that the file claims.</param>
    /// <param name="bytes">Bytes of the file.</param>
    public static Message TooManyRows(long rows, long bytes) => new("parquet.too_many_rows", ("rows", rows), ("bytes", bytes));

    public static Message ImpossibleDecimal(string column, long precision, long scale) => new(
        "parquet.impossible_decimal",
        ("column", ShownName.Of(column)), ("precision", precision), ("scale", scale), ("most", ParquetLimits.DecimalDigits));

    public static Message ImpossibleLength(string column, long length) =>
        new("parquet.impossible_length", ("column", ShownName.Of(column)), ("length", length), ("most", ParquetLimits.FixedBytes));

    /// <param name="group">Number of the row group, from 1.</param>
    public static Message ChunkOutside(string column, int group) =>
        new("parquet.chunk_outside", ("column", ShownName.Of(column)), ("group", group));

    public static Message OtherFile(string column) => new("parquet.other_file", ("column", ShownName.Of(column)));

    /// <inheritdoc cref="ChunkOutside"/>
    public static Message Damaged(string column, int group) => new("parquet.damaged", ("column", ShownName.Of(column)), ("group", group));

    /// <inheritdoc cref="ChunkOutside"/>
    public static Message Checksum(string column, int group) => new("parquet.checksum", ("column", ShownName.Of(column)), ("group", group));

    /// <inheritdoc cref="ChunkOutside"/>
    public static Message PageBeyondChunk(string column, int group) =>
        new("parquet.page_beyond_chunk", ("column", ShownName.Of(column)), ("group", group));

    /// <inheritdoc cref="ChunkOutside"/>
    public static Message TooMuchMemory(string column, int group, long bytes) => new(
        "parquet.too_much_memory",
        ("column", ShownName.Of(column)), ("group", group), ("needed", bytes >> 20), ("most", ParquetLimits.HeldBytes >> 20));

    public static Message Bomb() => new("parquet.bomb", ("times", ReadLimits.InflationRatio));

    public static Message UnknownPacking(string column, string packing) =>
        new("parquet.unknown_packing", ("column", ShownName.Of(column)), ("packing", packing));

    public static Message UnknownEncoding(string column, string encoding) =>
        new("parquet.unknown_encoding", ("column", ShownName.Of(column)), ("encoding", encoding));
}
