namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>What extra capacity is made of.</summary>
public enum AllocationResource
{
    /// <summary>Person-visits a day themselves.</summary>
    Visits,

    /// <summary>Employees, as dataset <c>capacity</c> counts them in <c>staff</c>.</summary>
    Staff,

    /// <summary>Money, as dataset <c>capacity</c> counts it in <c>funding</c>.</summary>
    Funding,
}

internal static class AllocationResources
{
    /// <summary><c>visits</c>, <c>staff</c> or <c>funding</c>.</summary>
    public static string Code(this AllocationResource resource) => resource switch
    {
        AllocationResource.Visits => "visits",
        AllocationResource.Staff => "staff",
        AllocationResource.Funding => "funding",
        _ => throw new ArgumentOutOfRangeException(nameof(resource)),
    };
}
