using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Commits;

/// <summary>Cells (community, service, day, group) of an upload that other uploads have too.</summary>
/// <param name="Paths">Some of their files, first those that have most of the cells.</param>
/// <param name="Owners">The uploads that have any.</param>
/// <param name="Cells">So many cells; about so many where cells were sampled.</param>
/// <param name="Share">The share of them whose figures are equal.</param>
/// <param name="Agrees">Whether the same sums seem to have come again.</param>
internal sealed record Overlap(IReadOnlyList<string> Paths, IReadOnlyList<string> Owners, long Cells, double Share, bool Agrees)
{
    /// <summary>So many files are named.</summary>
    public const int MostNamed = 3;

    public Message Held() => UploadMessages.Overlaps(Cells, Owners.Count, Paths, Share);

    public Message Refused() => UploadMessages.OverlapRefused(Cells, Owners.Count, Paths);

    public Message Added() => UploadMessages.OverlapAdded(Cells, Owners.Count, Paths, Share);
}
