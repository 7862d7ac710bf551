namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>What is said of damage that a library finds: what the library says of it speaks to programmers.</summary>
internal static class ReadingFaults
{
    public static UnreadableUploadException Gzip(Exception? inner = null) =>
        new("The gzip data is damaged or cut off. Pack and upload it again.", inner);

    public static UnreadableUploadException Damaged(Exception inner) =>
        new("The file is damaged, or not of the format that its name says. Export and upload it again.", inner);
}
