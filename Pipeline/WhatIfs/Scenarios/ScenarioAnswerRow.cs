using System.Diagnostics.CodeAnalysis;

namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>A row of an answer, like a row of table <c>Scenarios</c>: its place and the figures of the table.</summary>
public sealed record ScenarioAnswerRow : ScenarioFigures
{
    [SetsRequiredMembers]
    internal ScenarioAnswerRow(AnsweredPlace place, ScenarioFigures figures)
        : base(figures) =>
        (Level, Area, AreaName, ServiceLevel, Service, ServiceName) = place;

    public string Level { get; }

    public string Area { get; }

    public string AreaName { get; }

    public string ServiceLevel { get; }

    public string Service { get; }

    public string ServiceName { get; }
}
