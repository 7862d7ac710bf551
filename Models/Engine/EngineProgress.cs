namespace CommunityDemand.Models.Engine;

/// <summary>How far a long step has come.</summary>
/// <param name="Step">What is being done, in words a person reads: "backtest 2 of 3".</param>
/// <param name="Done">Share done of everything the call does, 0 to 1.</param>
public readonly record struct EngineProgress(string Step, double Done);
