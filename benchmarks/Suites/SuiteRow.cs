namespace CommunityDemand.Benchmarks.Suites;

/// <summary>What came of reading a public collection of files.</summary>
/// <param name="Suite">Its repository and folder.</param>
/// <param name="Files">Files of it.</param>
/// <param name="Read">Files that were read to their end.</param>
/// <param name="Refused">Files that were refused with a reason.</param>
/// <param name="Wrong">Files of which the reading differs from what must come.</param>
/// <param name="Crashed">Files that ended the process, or took longer than they may.</param>
/// <param name="Slowest">Seconds of the slowest.</param>
/// <param name="Peak">Bytes of the one that took most memory.</param>
/// <param name="Notes">A line for each file that is wrong, crashed or took too much.</param>
internal sealed record SuiteRow(
    string Suite, int Files, int Read, int Refused, int Wrong, int Crashed, double Slowest, long Peak, IReadOnlyList<string> Notes);
