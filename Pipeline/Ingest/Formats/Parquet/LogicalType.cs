namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>What values mean, in the newer of the format's two ways.</summary>
internal enum LogicalType
{
    None,
    Text,
    Decimal,
    Date,
    TimeMilliseconds,
    TimeMicroseconds,
    TimeNanoseconds,
    TimestampMilliseconds,
    TimestampMicroseconds,
    TimestampNanoseconds,
    Signed,
    Unsigned,
    Uuid,
    Half,

    /// <summary>Documents, shapes on a map and the like, each with a form of its own.</summary>
    Other,
}
