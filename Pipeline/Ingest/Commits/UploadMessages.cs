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

    /// <summary>Of rows of a file that is held.</summary>
    public static Message Held() => new("upload.held");

    /// <summary>Why a file is held.</summary>
    /// <param name="cells">Cells (community, service, day, group) that other files have too.</param>
    /// <param name="files">Number of these files.</param>
    /// <param name="named">Paths of some of them.</param>
    /// <param name="share">The share of the cells whose figures are equal.</param>
    public static Message Overlaps(long cells, int files, IReadOnlyList<string> named, double share) =>
        new("upload.overlaps", ("cells", cells), ("count", files), ("files", named), ("share", share));

    /// <inheritdoc cref="Overlaps"/>
    public static Message OverlapRefused(long cells, int files, IReadOnlyList<string> named) =>
        new("upload.overlap_refused", ("cells", cells), ("count", files), ("files", named));

    /// <inheritdoc cref="Overlaps"/>
    public static Message OverlapAdded(long cells, int files, IReadOnlyList<string> named, double share) =>
        new("doubt.overlap_added", ("cells", cells), ("count", files), ("files", named), ("share", share));

    public static Message Gone() => new("upload.gone");

    public static Message Sentences(IReadOnlyList<Message> sentences) => new("sentences", ("sentences", sentences));
}
