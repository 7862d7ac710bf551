namespace CommunityDemand.Api;

/// <summary>What only the host knows.</summary>
public sealed class ApiOptions
{
    /// <summary>Folder of the chart library's files. Without it the dashboard shows tables alone.</summary>
    public string? Charts { get; set; }
}
