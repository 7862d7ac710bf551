namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>Types of the compact protocol of Apache Thrift, as its bytes have them.</summary>
internal enum ThriftType
{
    Stop = 0,
    True = 1,
    False = 2,
    Byte = 3,
    Short = 4,
    Integer = 5,
    Long = 6,
    Double = 7,
    Binary = 8,
    List = 9,
    Set = 10,
    Map = 11,
    Struct = 12,
    Uuid = 13,
}
