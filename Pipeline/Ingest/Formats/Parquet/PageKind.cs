namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>What a page holds, numbered as in the format.</summary>
internal enum PageKind
{
    Data = 0,
    Index = 1,
    Dictionary = 2,
    DataV2 = 3,
}
