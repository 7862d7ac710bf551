namespace CommunityDemand.Models.Reconciliation;

/// <summary>How one level is summed from a finer one.</summary>
/// <param name="Level">Position of the level summed.</param>
/// <param name="First">Its first node.</param>
/// <param name="End">The node after its last.</param>
/// <param name="Source">Position of the finer level.</param>
/// <param name="FirstSource">First node of the finer level.</param>
/// <param name="Parents">For each node of the finer level, from its first on, the node it adds to.</param>
internal sealed record LevelSum(int Level, int First, int End, int Source, int FirstSource, int[] Parents);
