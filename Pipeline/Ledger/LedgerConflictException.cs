namespace CommunityDemand.Pipeline.Ledger;

/// <summary>A commit came second: what it was decided on has changed.</summary>
internal sealed class LedgerConflictException(string message, Exception inner) : Exception(message, inner);
