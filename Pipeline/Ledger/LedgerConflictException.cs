namespace CommunityDemand.Pipeline.Ledger;

/// <summary>A concurrent commit came first; the basis of this commit's decision has changed.</summary>
internal sealed class LedgerConflictException(string message, Exception inner) : Exception(message, inner);
