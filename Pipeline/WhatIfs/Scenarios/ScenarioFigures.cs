using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>
/// Figures of a row of table <c>Scenarios</c>, and of an answer: demand and shortage of an area's services under the scenario.
/// </summary>
public record ScenarioFigures
{
    [Label("Demand then", "届时需求")]
    [Column(
        "expected demand under the scenario, of all services, including those without known capacity", "届时的预计需求，含能力未知的服务",
        Unit = Unit.PersonVisits)]
    public required double Demand { get; init; }

    [Label("Change of demand", "需求变化")]
    [Column("the difference to the forecast", "与预测之差", Unit = Unit.PersonVisits, IsSigned = true)]
    public required double DemandChange { get; init; }

    [Column(
        "difference where the assumption is at its 2.5% quantile; empty without an uncertain assumption",
        "假设取 2.5% 分位数时的差；假设无不确定性时为空", Unit = Unit.PersonVisits, IsSigned = true)]
    public required double? Lower95 { get; init; }

    [Column("the same at the 97.5% quantile", "取 97.5% 分位数时的差", Unit = Unit.PersonVisits, IsSigned = true)]
    public required double? Upper95 { get; init; }

    [Column(
        "person-visits that can be served under the scenario; this and the next columns are empty where no capacity is known",
        "届时可服务的人次；能力未知时为空，其后各列同", Unit = Unit.PersonVisits)]
    public required double? Capacity { get; init; }

    [Label("Shortage", "缺口")]
    [Column("as in `SupplyDemand`, under the scenario", "届时的预计缺口，同 SupplyDemand", Unit = Unit.PersonVisits)]
    public required double? ExpectedShortage { get; init; }

    [Label("Change of shortage", "缺口变化")]
    [Column("the difference to the forecast", "与预测的缺口之差", Unit = Unit.PersonVisits, IsSigned = true)]
    public required double? ShortageChange { get; init; }

    [Label("Match rate", "满足率")]
    [Column("as in `SupplyDemand`, under the scenario", "届时的匹配率，同 SupplyDemand", Unit = Unit.Share)]
    public required double? MatchRate { get; init; }

    [Label("Status", "状态")]
    [Column("as in `SupplyDemand`, under the scenario", "届时的状态，同 SupplyDemand", Words = "status")]
    public required string? Status { get; init; }
}
