namespace CommunityDemand.Models.Engine;

/// <summary>Progress of a long operation.</summary>
/// <param name="Step">Current step, in words for a person: "backtest 2 of 3".</param>
/// <param name="Done">Share of the operation that is done, 0 to 1.</param>
public readonly record struct EngineProgress(string Step, double Done);
