using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>Answer to a what-if question.</summary>
/// <param name="Run">Run that was asked.</param>
/// <param name="Origin">Last day that the forecast used.</param>
/// <param name="Title">Assumption in words.</param>
/// <param name="Rows">Rows, the city first; other rows only where something changes.</param>
public sealed record ScenarioAnswer(string Run, DateOnly Origin, Message Title, IReadOnlyList<ScenarioAnswerRow> Rows);
