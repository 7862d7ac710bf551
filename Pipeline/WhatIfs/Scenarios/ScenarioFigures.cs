using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>
/// The figures of a row of table <c>Scenarios</c>, and of an answer: what demand and shortage of an area's services would be.
/// </summary>
public record ScenarioFigures
{
    [Label("Demand then", "届时需求")]
    [Column("expected demand then, of all services, also those without known capacity", "届时的预计需求，含能力未知的服务", Unit = Unit.PersonVisits)]
    public required double Demand { get; init; }

    [Label("Change of demand", "需求变化")]
    [Column("that demand less the forecast's", "届时需求与预测之差", Unit = Unit.PersonVisits, IsSigned = true)]
    public required double DemandChange { get; init; }

    [Column("that difference where what is assumed is at its 2.5% quantile; empty where nothing uncertain is assumed", "假设取 2.5% 分位数时的差；假设无不确定性时为空", Unit = Unit.PersonVisits, IsSigned = true)]
    public required double? Lower95 { get; init; }

    [Column("the same at the 97.5% quantile", "取 97.5% 分位数时的差", Unit = Unit.PersonVisits, IsSigned = true)]
    public required double? Upper95 { get; init; }

    [Column("what can be served then; empty, as the next ones, where no capacity is known", "届时可服务的人次；能力未知时为空，其后各列同", Unit = Unit.PersonVisits)]
    public required double? Capacity { get; init; }

    [Label("Shortage", "缺口")]
    [Column("expected shortage then, as in `SupplyDemand`", "届时的预计缺口，同 SupplyDemand", Unit = Unit.PersonVisits)]
    public required double? ExpectedShortage { get; init; }

    [Label("Change of shortage", "缺口变化")]
    [Column("that shortage less the forecast's", "届时缺口与预测缺口之差", Unit = Unit.PersonVisits, IsSigned = true)]
    public required double? ShortageChange { get; init; }

    [Label("Match rate", "满足率")]
    [Column("match rate then, as in `SupplyDemand`", "届时的匹配率，同 SupplyDemand", Unit = Unit.Share)]
    public required double? MatchRate { get; init; }

    [Label("Status", "状态")]
    [Column("status then, as in `SupplyDemand`", "届时的状态，同 SupplyDemand", Words = "status")]
    public required string? Status { get; init; }
}
