namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>How a value is stored, numbered as in the format.</summary>
internal enum ParquetType
{
    Boolean = 0,
    Int32 = 1,
    Int64 = 2,
    Int96 = 3,
    Float = 4,
    Double = 5,
    ByteArray = 6,
    Fixed = 7,
}
