namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>What a stored value means.</summary>
internal enum ParquetKind
{
    Boolean,
    Integer,
    Unsigned,
    Half,
    Float,
    Double,
    Decimal,
    Date,
    Time,
    Timestamp,
    SparkTimestamp,
    Text,
    Uuid,
}
