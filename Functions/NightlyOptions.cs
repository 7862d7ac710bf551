namespace CommunityDemand.Functions;

/// <summary>Start time of the night. Configuration section <c>Nightly</c>.</summary>
public sealed class NightlyOptions
{
    /// <summary>Time of day in the city's time zone (<c>Run:TimeZone</c>). Default: 02:00.</summary>
    public TimeOnly At { get; set; } = new(2, 0);
}
