using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>What a path in container <c>uploads</c> says about its blob.</summary>
/// <param name="Path">The whole path.</param>
/// <param name="Schema">The dataset of the first segment; null where it is none.</param>
internal sealed record UploadFile(string Path, DatasetSchema? Schema)
{
    /// <summary>Stands for the dataset of an upload whose path names none.</summary>
    public const string NoDataset = "unknown";

    public string Dataset => Schema?.Name ?? NoDataset;

    /// <summary>
    /// Whether a client can ask for it: web clients resolve segments of dots, so that another blob than the one named would be read.
    /// </summary>
    public bool IsAddressable => !Path.Split('/').Any(segment => segment is "." or "..");

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Whether the name says that tabs separate the values.</summary>
    public bool IsTabs =>
        Path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) || Path.EndsWith(".tsv.gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a path.</summary>
    public static UploadFile Parse(string path)
    {
        var slash = path.IndexOf('/');
        DatasetCatalogue.All.TryGetValue(slash < 0 ? "" : path[..slash], out var schema);
        return new UploadFile(path, schema);
    }

    /// <summary>Why no blob of this path can be read, whatever is in it; null where it can.</summary>
    public Message? Fault()
    {
        if (Schema is null) return FileMessages.NoDataset(DatasetCatalogue.All.Keys.Order(StringComparer.Ordinal));
        return IsAddressable ? null : FileMessages.DotSegment();
    }
}
