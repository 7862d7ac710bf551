namespace CommunityDemand.Domain.Time;

/// <summary>The length of one period of a series.</summary>
public enum Frequency
{
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Quarterly,
    Yearly,
}
