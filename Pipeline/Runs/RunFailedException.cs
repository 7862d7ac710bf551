namespace CommunityDemand.Pipeline.Runs;

/// <summary>The facts allow no forecast; trying again without other facts or settings would not help. The message says what is missing.</summary>
internal sealed class RunFailedException(string message) : Exception(message);
