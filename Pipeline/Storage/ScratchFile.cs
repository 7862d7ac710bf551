namespace CommunityDemand.Pipeline.Storage;

/// <summary>A temporary file of this process, deleted when closed, for data too large for memory.</summary>
internal static class ScratchFile
{
    public static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        FileMode.CreateNew,
        FileAccess.ReadWrite,
        FileShare.None,
        1 << 16,
        FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
