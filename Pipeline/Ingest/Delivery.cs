using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CommunityDemand.Pipeline.Ingest.Formats;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>One state of one blob of container <c>uploads</c>.</summary>
/// <param name="File">What its path says.</param>
/// <param name="Tag">Its entity tag.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Modified">When it was written.</param>
internal sealed record Delivery(UploadFile File, string Tag, long Bytes, DateTimeOffset Modified)
{
    /// <summary>The state that a listing shows.</summary>
    public static Delivery Of(BlobItem blob)
    {
        var file = UploadFile.Parse(blob.Name);
        return file.IsAddressable
            ? new Delivery(
                file,
                Plain(blob.Properties.ETag),
                blob.Properties.ContentLength ?? 0,
                blob.Properties.LastModified ?? DateTimeOffset.UnixEpoch)
            : Unaddressable(file);
    }

    /// <summary>The state that a blob has now; null where there is none.</summary>
    public static async Task<Delivery?> FindAsync(BlobContainerClient uploads, string path, CancellationToken cancellationToken)
    {
        var file = UploadFile.Parse(path);
        if (!file.IsAddressable) return Unaddressable(file);
        try
        {
            BlobProperties properties = await uploads.GetBlobClient(path).GetPropertiesAsync(cancellationToken: cancellationToken);
            return new Delivery(file, Plain(properties.ETag), properties.ContentLength, properties.LastModified);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    // What no client can address is known by its name alone.
    private static Delivery Unaddressable(UploadFile file) => new(file, "", 0, DateTimeOffset.UnixEpoch);

    // Listings and properties differ in the quotes around the tag.
    private static string Plain(ETag? tag) => tag?.ToString().Trim('"') ?? "";
}
