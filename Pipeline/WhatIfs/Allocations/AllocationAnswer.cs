namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>Answer to an allocation question: where extra capacity would go, and its effect there.</summary>
/// <param name="Run">Run that was asked.</param>
/// <param name="Origin">Last day that the forecast used.</param>
/// <param name="Resource">Allocated resource: <c>visits</c>, <c>staff</c> or <c>funding</c>.</param>
/// <param name="Pool">Pool of the budgets: <c>service</c> or <c>district</c>.</param>
/// <param name="Resources">Resources that this run can allocate without yields in the request.</param>
/// <param name="Rows">Rows, the city first; only areas and services that took part in the allocation.</param>
public sealed record AllocationAnswer(
    string Run, DateOnly Origin, string Resource, string Pool, IReadOnlyList<string> Resources, IReadOnlyList<AllocationAnswerRow> Rows);
