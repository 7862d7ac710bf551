namespace CommunityDemand.Pipeline.Runs;

/// <summary>Progress of a run.</summary>
/// <param name="Stage">Current stage.</param>
/// <param name="Step">Current step, in words for a person: "backtest 2 of 3".</param>
/// <param name="Done">Number of units done in the stage.</param>
/// <param name="Total">Number of units in the stage: thousandths of training, districts, rows.</param>
public readonly record struct RunProgress(RunStage Stage, string Step, long Done, long Total);

/// <summary>Stages of a run, in their order.</summary>
public enum RunStage
{
    /// <summary>Reading facts and building the panel.</summary>
    Planning,

    /// <summary>Backtest and training.</summary>
    Training,

    /// <summary>Forecasts of districts.</summary>
    Districts,

    /// <summary>Reconciliation and writing of tables.</summary>
    Publishing,
}
