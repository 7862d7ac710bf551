namespace CommunityDemand.Benchmarks.Hostile;

/// <summary>What came of reading a file to its end.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Faults">Rows, and cells of other rows, that had no value that can be read.</param>
/// <param name="Reason">Why the file was refused whole, or null.</param>
/// <param name="Failure">How the process ended where it did not end as it should, or null.</param>
/// <param name="Seconds">On the clock, the start of the process included.</param>
/// <param name="Peak">Most bytes of the process that were resident at once.</param>
internal sealed record Reading(long Rows, long Faults, string? Reason, string? Failure, double Seconds, long Peak);
