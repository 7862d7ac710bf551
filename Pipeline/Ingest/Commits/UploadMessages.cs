using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Commits;

/// <summary>What became of an upload as a whole.</summary>
internal static class UploadMessages
{
    /// <summary>Of all its rows: why they do not count.</summary>
    public static Message SameContent() => new("upload.same_content");

    /// <inheritdoc cref="SameContent"/>
    public static Message Corrected() => new("upload.corrected");

    public static Message CountsAs(string path) => new("upload.counts_as", ("path", path));

    public static Message CorrectedAs(string path) => new("upload.corrected_as", ("path", path));

    public static Message FormerFactsCount() => new("upload.former_facts_count");

    public static Message Gone() => new("upload.gone");

    public static Message Sentences(IReadOnlyList<Message> sentences) => new("sentences", ("sentences", sentences));
}
