namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>What a Parquet file may ask of memory and time, beside <see cref="ReadLimits"/>.</summary>
internal static class ParquetLimits
{
    public const int FooterBytes = 64 << 20;

    /// <summary>Bytes of a page's header, most of them statistics.</summary>
    public const int PageHeaderBytes = 8 << 20;

    /// <summary>Columns without columns of their own, those of nested columns included.</summary>
    public const int Leaves = 10_000;

    /// <summary>Levels of a schema, and of a value of the footer that is passed over.</summary>
    public const int Depth = 64;

    /// <summary>Digits of a decimal: those of 256 bits.</summary>
    public const int DecimalDigits = 76;

    /// <summary>Bytes of a value of a type of fixed length.</summary>
    public const int FixedBytes = 1 << 20;

    /// <summary>Bytes of pages, dictionaries and read-ahead that are held at once, of all columns together.</summary>
    public const long HeldBytes = 200L << 20;

    /// <summary>Bytes that are read ahead of all columns together.</summary>
    public const int ReadAheadBytes = 32 << 20;

    /// <summary>Rows that are let pass whatever the ratio.</summary>
    public const long HarmlessRows = 4_000_000;

    /// <summary>Rows per stored byte; a row of a real table takes at least a few bits.</summary>
    public const long RowsPerByte = 20;
}
