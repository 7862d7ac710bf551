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

    /// <summary>Bytes that nothing calls a text: text where they look like one.</summary>
    Bytes,
    Uuid,
}
