using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>
/// Figures of a row of table <c>Scenarios</c>, and of an answer: demand and shortage of an area's services under the scenario.
/// </summary>
public record ScenarioFigures
{
    [Column("expected demand then, of all services, also those without known capacity", "届时的预计需求，含能力未知的服务", Unit = Unit.PersonVisits)]
    public required double Demand { get; init; }

    [Column("the difference to the forecast", "与预测之差", Unit = Unit.PersonVisits)]
    public required double DemandChange { get; init; }

    [Column(
        "that difference where what is assumed is at its 2.5% quantile; empty where nothing uncertain is assumed",
        "假设取 2.5% 分位数时的差；假设无不确定性时为空", Unit = Unit.PersonVisits)]
    public required double? Lower95 { get; init; }

    [Column("the same at the 97.5% quantile", "取 97.5% 分位数时的差", Unit = Unit.PersonVisits)]
    public required double? Upper95 { get; init; }

    [Column(
        "what can be served then; empty, as the next ones, where no capacity is known",
        "届时可服务的人次；能力未知时为空，其后各列同", Unit = Unit.PersonVisits)]
    public required double? Capacity { get; init; }

    [Column("as in `SupplyDemand`, then", "届时的预计缺口，同 SupplyDemand", Unit = Unit.PersonVisits)]
    public required double? ExpectedShortage { get; init; }

    [Column("the difference to the forecast", "与预测的缺口之差", Unit = Unit.PersonVisits)]
    public required double? ShortageChange { get; init; }

    [Column("as in `SupplyDemand`, then", "届时的匹配率，同 SupplyDemand", Unit = Unit.Share)]
    public required double? MatchRate { get; init; }

    [Column("as in `SupplyDemand`, then", "届时的状态，同 SupplyDemand")]
    public required string? Status { get; init; }
}
