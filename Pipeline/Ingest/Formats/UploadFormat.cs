namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>How an upload is written.</summary>
internal enum UploadFormat
{
    Csv,
    Tsv,

    /// <summary>A JSON object a line.</summary>
    JsonLines,

    /// <summary>A JSON list of objects.</summary>
    JsonArray,

    /// <summary>Sheets of any kind: XML parts, old records, or the tables of a web page.</summary>
    Workbook,

    Parquet,
}
