namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>How often a column has a value in a row, numbered as in the format.</summary>
internal enum Repetition
{
    Required = 0,
    Optional = 1,
    Repeated = 2,
}
