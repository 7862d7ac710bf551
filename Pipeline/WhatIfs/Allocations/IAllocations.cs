namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Answers allocation questions from the files of a published run; nothing is stored, and no facts are read.</summary>
public interface IAllocations
{
    /// <exception cref="WhatIfRequestException">
    /// The question cannot be answered; the exception tells why, and which questions can.
    /// </exception>
    Task<AllocationAnswer> AskAsync(AllocationRequest request, CancellationToken cancellationToken);
}
