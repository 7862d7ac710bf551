namespace CommunityDemand.Pipeline.Ingest.Commits;

/// <summary>Cells (community, service, day, group) of an upload that other uploads have too.</summary>
/// <param name="Path">The file that has most of them.</param>
/// <param name="Owners">The uploads that have any.</param>
/// <param name="Common">So many cells; about so many where cells were sampled.</param>
/// <param name="Share">The share of them whose figures are equal.</param>
/// <param name="Agrees">Whether the same sums seem to have come again.</param>
internal sealed record Overlap(string Path, IReadOnlyList<string> Owners, long Common, double Share, bool Agrees)
{
    /// <summary>Number of further files.</summary>
    public int Others => Owners.Count - 1;
}
