namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Shares extra capacity out over what a published run keeps: nothing is stored, and no fact is read.</summary>
public interface IAllocations
{
    /// <exception cref="WhatIfRequestException">The question cannot be answered; the exception says why and what can.</exception>
    Task<AllocationAnswer> AskAsync(AllocationRequest request, CancellationToken cancellationToken);
}
