namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Pool over which a district's extra capacity is divided.</summary>
public enum AllocationPool
{
    /// <summary>One budget for each service, divided over the communities.</summary>
    Service,

    /// <summary>One budget, divided over the communities and their services.</summary>
    District,
}
