using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>What would be.</summary>
/// <param name="Run">The run asked.</param>
/// <param name="Origin">Last day that its forecast saw.</param>
/// <param name="Title">What was assumed.</param>
/// <param name="Rows">City first; besides the city as a whole only what changes.</param>
public sealed record ScenarioAnswer(string Run, DateOnly Origin, Message Title, IReadOnlyList<ScenarioAnswerRow> Rows);
