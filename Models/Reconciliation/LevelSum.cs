namespace CommunityDemand.Models.Reconciliation;

/// <summary>Summation of one level from a finer level.</summary>
/// <param name="Level">Index of the level that is summed.</param>
/// <param name="First">First node of the level.</param>
/// <param name="End">Node after the last one of the level.</param>
/// <param name="Source">Index of the finer level.</param>
/// <param name="FirstSource">First node of the finer level.</param>
/// <param name="Parents">Parent of each node of the finer level, from its first node on.</param>
internal sealed record LevelSum(int Level, int First, int End, int Source, int FirstSource, int[] Parents);
