namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>How a file is packed.</summary>
internal enum PackingKind
{
    None,
    Gzip,
    Zip,
}
