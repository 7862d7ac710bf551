namespace CommunityDemand.Local;

/// <summary>Why a file or a folder can't be used, in words of our own.</summary>
internal static class FileFault
{
    /// <summary>A clause without a full stop.</summary>
    public static string Of(Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => "it is not there",
        DriveNotFoundException => "its drive is not there",
        PathTooLongException => "its path is too long",
        EndOfStreamException => "it ends too early",
        UnauthorizedAccessException => "it is a folder, or the system refuses access",
        InvalidDataException => "it is damaged",
        _ => "another program holds it, or the disk is full or failing",
    };
}
