namespace CommunityDemand.Domain.Time;

/// <summary>Length of a period of a series.</summary>
public enum Frequency
{
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Quarterly,
    Yearly,
}
