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

    Xlsx,

    /// <summary>A workbook of Excel 97 to 2003.</summary>
    Xls,

    /// <summary>A web page with a table, which programs save under the name of a workbook.</summary>
    Html,
    Parquet,
}
