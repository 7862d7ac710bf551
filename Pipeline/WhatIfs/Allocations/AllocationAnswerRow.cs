using System.Diagnostics.CodeAnalysis;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>A row of an answer, like a row of table <c>Allocations</c>: its place and the figures of the table.</summary>
public sealed record AllocationAnswerRow : AllocationFigures
{
    [SetsRequiredMembers]
    internal AllocationAnswerRow(AnsweredPlace place, AllocationFigures figures)
        : base(figures) =>
        (Level, Area, AreaName, ServiceLevel, Service, ServiceName) = place;

    public string Level { get; }

    public string Area { get; }

    public string AreaName { get; }

    public string ServiceLevel { get; }

    public string Service { get; }

    public string ServiceName { get; }
}
