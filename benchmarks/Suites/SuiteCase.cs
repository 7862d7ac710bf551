namespace CommunityDemand.Benchmarks.Suites;

/// <summary>What became of a file of a suite.</summary>
/// <param name="File">Its path below the checkout.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Note">What is wrong with it, or why it was refused; empty where it was read.</param>
internal sealed record SuiteCase(string File, SuiteOutcome Outcome, string Note = "");
