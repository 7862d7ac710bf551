namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Over what a district's extra is shared out.</summary>
public enum AllocationPool
{
    /// <summary>Over the communities, a budget for each service.</summary>
    Service,

    /// <summary>Over the communities and their services, one budget.</summary>
    District,
}
