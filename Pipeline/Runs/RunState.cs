namespace CommunityDemand.Pipeline.Runs;

/// <summary>State of a run.</summary>
public enum RunState
{
    Queued,
    Planning,
    Forecasting,
    Publishing,

    /// <summary>Published: its tables are current, or were until a later run.</summary>
    Published,

    /// <summary>Failed: the message tells why, and the tables of the previous run stay.</summary>
    Failed,
}
