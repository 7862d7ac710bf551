namespace CommunityDemand.Local.Uploading;

/// <summary>The result of an <see cref="UploadSync"/>.</summary>
/// <param name="Sent">Number of uploaded files: new, or with changed content.</param>
/// <param name="Unchanged">Number of unchanged files.</param>
/// <param name="BytesSent">Number of uploaded bytes.</param>
/// <param name="Replaced">Uploaded blobs that had other content before.</param>
internal sealed record UploadSyncResult(int Sent, int Unchanged, long BytesSent, IReadOnlyList<string> Replaced)
{
    public static UploadSyncResult Nothing { get; } = new(0, 0, 0, []);

    public static UploadSyncResult operator +(UploadSyncResult a, UploadSyncResult b) =>
        new(a.Sent + b.Sent, a.Unchanged + b.Unchanged, a.BytesSent + b.BytesSent, [.. a.Replaced, .. b.Replaced]);
}
