namespace CommunityDemand.Local.Uploading;

/// <summary>What a <see cref="UploadSync"/> did.</summary>
/// <param name="Sent">Files uploaded because storage lacked them or had other content.</param>
/// <param name="Unchanged">Files that were there already.</param>
/// <param name="BytesSent">Bytes of those sent.</param>
internal readonly record struct UploadSyncResult(int Sent, int Unchanged, long BytesSent)
{
    public static UploadSyncResult operator +(UploadSyncResult a, UploadSyncResult b) =>
        new(a.Sent + b.Sent, a.Unchanged + b.Unchanged, a.BytesSent + b.BytesSent);
}
