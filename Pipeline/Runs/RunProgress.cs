namespace CommunityDemand.Pipeline.Runs;

/// <summary>How far a run has come.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Step">The same in words a person reads: "backtest 2 of 3".</param>
/// <param name="Done">Units of the stage done.</param>
/// <param name="Total">Units of the stage: thousandths of training, districts, rows.</param>
public readonly record struct RunProgress(RunStage Stage, string Step, long Done, long Total);

/// <summary>The stages of a run, in their order.</summary>
public enum RunStage
{
    /// <summary>Reads facts and builds the panel.</summary>
    Planning,

    /// <summary>Backtests and trains.</summary>
    Training,

    /// <summary>Forecasts districts.</summary>
    Districts,

    /// <summary>Makes forecasts add up and writes tables.</summary>
    Publishing,
}
