namespace CommunityDemand.Api;

/// <summary>Settings that only the host knows.</summary>
public sealed class ApiOptions
{
    /// <summary>Folder with the files of the chart library. Without it the dashboard shows tables only.</summary>
    public string? Charts { get; set; }
}
