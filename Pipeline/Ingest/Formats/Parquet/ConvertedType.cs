namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>
/// What values mean, in the older of the format's two ways and with its numbers. Those that are not named mean nothing further.
/// </summary>
internal enum ConvertedType
{
    Utf8 = 0,
    Enum = 4,
    Decimal = 5,
    Date = 6,
    TimeMilliseconds = 7,
    TimeMicroseconds = 8,
    TimestampMilliseconds = 9,
    TimestampMicroseconds = 10,
    Unsigned8 = 11,
    Unsigned64 = 14,
    Json = 19,
    Bson = 20,
    Interval = 21,
}
