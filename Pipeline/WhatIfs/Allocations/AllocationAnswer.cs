namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>What would go where, and what it would do there.</summary>
/// <param name="Run">The run asked.</param>
/// <param name="Origin">Last day that its forecast saw.</param>
/// <param name="Resource">What was shared out: <c>visits</c>, <c>staff</c> or <c>funding</c>.</param>
/// <param name="Pool">Over what: <c>service</c> or <c>district</c>.</param>
/// <param name="Resources">The resources that this run can share out without being told yields.</param>
/// <param name="Rows">City first; only areas and services that something was shared among.</param>
public sealed record AllocationAnswer(string Run, DateOnly Origin, string Resource, string Pool, IReadOnlyList<string> Resources, IReadOnlyList<AllocationAnswerRow> Rows);
