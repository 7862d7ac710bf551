namespace CommunityDemand.Local.Uploading;

/// <summary>What a <see cref="UploadSync"/> did.</summary>
/// <param name="Sent">Files uploaded because storage lacked them or had other content.</param>
/// <param name="Unchanged">Files that were there already.</param>
/// <param name="BytesSent">Bytes of those sent.</param>
/// <param name="Replaced">Blobs among those sent that held other content before.</param>
internal sealed record UploadSyncResult(int Sent, int Unchanged, long BytesSent, IReadOnlyList<string> Replaced)
{
    public static UploadSyncResult Nothing { get; } = new(0, 0, 0, []);

    public static UploadSyncResult operator +(UploadSyncResult a, UploadSyncResult b) =>
        new(a.Sent + b.Sent, a.Unchanged + b.Unchanged, a.BytesSent + b.BytesSent, [.. a.Replaced, .. b.Replaced]);
}
