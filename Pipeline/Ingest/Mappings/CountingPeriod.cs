namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>What the figures of a file are counted by.</summary>
internal enum CountingPeriod
{
    Day,

    /// <summary>Monday to Sunday.</summary>
    Week,

    Month,

    Quarter,
}
