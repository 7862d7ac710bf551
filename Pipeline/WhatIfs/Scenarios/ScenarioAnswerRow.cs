using System.Diagnostics.CodeAnalysis;

namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>As a row of table <c>Scenarios</c>: where it is, and the table's figures.</summary>
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
