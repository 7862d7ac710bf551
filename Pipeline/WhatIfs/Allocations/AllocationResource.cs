namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Resource of extra capacity.</summary>
public enum AllocationResource
{
    /// <summary>Person-visits a day.</summary>
    Visits,

    /// <summary>Employees, as in column <c>staff</c> of dataset <c>capacity</c>.</summary>
    Staff,

    /// <summary>Funding, as in column <c>funding</c> of dataset <c>capacity</c>.</summary>
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
