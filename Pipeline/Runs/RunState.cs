namespace CommunityDemand.Pipeline.Runs;

/// <summary>Where a run stands.</summary>
public enum RunState
{
    Queued,
    Planning,
    Forecasting,
    Publishing,

    /// <summary>Its tables are what readers see, or were until a later run.</summary>
    Published,

    /// <summary>It ended without a result; its message says why, and the tables of the run before stay.</summary>
    Failed,
}
