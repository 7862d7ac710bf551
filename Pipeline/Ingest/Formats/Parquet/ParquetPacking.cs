namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>How pages are packed, numbered as in the format.</summary>
internal enum ParquetPacking
{
    None = 0,
    Snappy = 1,
    Gzip = 2,
    Lzo = 3,
    Brotli = 4,
    HadoopLz4 = 5,
    Zstd = 6,
    Lz4 = 7,
}
