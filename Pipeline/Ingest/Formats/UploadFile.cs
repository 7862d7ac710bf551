using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>What a path in container <c>uploads</c> says about its blob.</summary>
/// <param name="Path">The whole path.</param>
/// <param name="Schema">The dataset of the first segment; null where it is none.</param>
/// <param name="Format">The format of the extension; null where it is none that is read.</param>
/// <param name="IsGzip">Whether the text is packed with gzip.</param>
internal sealed record UploadFile(string Path, DatasetSchema? Schema, UploadFormat? Format, bool IsGzip)
{
    /// <summary>Stands for the dataset of an upload whose path names none.</summary>
    public const string NoDataset = "unknown";

    public string Dataset => Schema?.Name ?? NoDataset;

    /// <summary>Whether a client can ask for it: web clients resolve segments of dots, so that another blob than the one named would be read.</summary>
    public bool IsAddressable => !Path.Split('/').Any(segment => segment is "." or "..");

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Reads a path.</summary>
    public static UploadFile Parse(string path)
    {
        var slash = path.IndexOf('/');
        DatasetCatalogue.All.TryGetValue(slash < 0 ? "" : path[..slash], out var schema);
        var (format, gzip) = FormatOf(path);
        return new UploadFile(path, schema, format, gzip);
    }

    /// <summary>The format that an extension stands for.</summary>
    public static (UploadFormat? Format, bool IsGzip) FormatOf(string path)
    {
        var gzip = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        UploadFormat? format = System.IO.Path.GetExtension(gzip ? path[..^3] : path).ToLowerInvariant() switch
        {
            ".csv" => UploadFormat.Csv,
            ".tsv" => UploadFormat.Tsv,
            ".jsonl" or ".ndjson" => UploadFormat.JsonLines,
            ".xlsx" or ".xlsm" or ".xls" or ".xlsb" when !gzip => UploadFormat.Xlsx,
            ".parquet" when !gzip => UploadFormat.Parquet,
            _ => null,
        };
        return (format, gzip);
    }

    /// <summary>Why no blob of this path can be read, whatever is in it; null where it can.</summary>
    public string? Fault()
    {
        if (Schema is null) return $"The path must start with a dataset and a slash: {string.Join(", ", DatasetCatalogue.All.Keys.Order())}.";
        if (!IsAddressable) return "The path has a segment '.' or '..'. Rename the blob.";
        if (Format is null)
        {
            return $"'{System.IO.Path.GetExtension(Name)}' is no format that is read: use .csv, .tsv or .jsonl (each also .gz), .xlsx, .xls or .parquet.";
        }

        return null;
    }
}
