namespace CommunityDemand.Benchmarks.Suites;

/// <summary>What became of a file of a suite.</summary>
/// <param name="File">Its path below the checkout.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Note">What is wrong with it, or why it was refused; empty where it was read.</param>
/// <param name="Cells">Cells that were compared with another program's reading.</param>
/// <param name="Equal">Those of them that are equal.</param>
internal sealed record SuiteCase(string File, SuiteOutcome Outcome, string Note = "", long Cells = 0, long Equal = 0)
{
    /// <summary>Most bytes of the process that read it; 0 where that is this one.</summary>
    public long Peak { get; init; }
}
