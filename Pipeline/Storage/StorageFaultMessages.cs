using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Storage;

/// <summary>Failures of storage in the words of whoever uploads. The storage client's own words are for programmers.</summary>
internal static class StorageFaultMessages
{
    /// <param name="path">Path of the upload, or of the folder with a slash at its end.</param>
    /// <param name="why">Why it was not ingested, as a sentence.</param>
    public static Message NotIngested(string path, Message why) => new("storage.not_ingested", ("path", path), ("why", why));

    public static Message Rewritten() => new("storage.rewritten");

    public static Message Refused() => new("storage.refused");

    public static Message Missing() => new("storage.missing");

    /// <param name="status">HTTP status of the answer.</param>
    public static Message Answered(int status) => new("storage.answered", ("status", status));

    public static Message Silent() => new("storage.silent");

    public static Message Unforeseen() => new("storage.unforeseen");
}
