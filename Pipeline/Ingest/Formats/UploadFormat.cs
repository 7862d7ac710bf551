namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>How an upload is written.</summary>
internal enum UploadFormat
{
    Csv,
    Tsv,
    JsonLines,
    Xlsx,
    Parquet,
}
