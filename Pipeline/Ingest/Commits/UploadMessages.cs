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
    public static Message Overlaps(Overlap overlap) => Of("upload.overlaps", overlap);

    public static Message OverlapRefused(Overlap overlap) => Of("upload.overlap_refused", overlap);

    public static Message OverlapAdded(Overlap overlap) => Of("doubt.overlap_added", overlap);

    public static Message Gone() => new("upload.gone");

    private static Message Of(string code, Overlap overlap) => new(
        code,
        ("common", overlap.Common),
        ("path", overlap.Path),
        ("others", overlap.Others == 0 ? "" : new Message("upload.overlaps_others", ("count", overlap.Others))),
        ("share", overlap.Share));

    public static Message Sentences(IReadOnlyList<Message> sentences) => new("sentences", ("sentences", sentences));
}
