using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>
/// Figures of a row of table <c>Allocations</c>, and of an answer: the extra capacity of an area's services, and its effect.
/// </summary>
public record AllocationFigures
{
    [Column("budget; empty where the row has only a part of a budget", "可分配总量；没有完全属于该行的预算时为空", Unit = Unit.OfTheResource)]
    public required double? Budget { get; init; }

    [Label("Units", "投入单位")]
    [Column(
        "allocated units; less than the budget where further units would remove no shortage", "分得的数量；再多也无处减少缺口时少于预算",
        Unit = Unit.OfTheResource)]
    public required double Units { get; init; }

    [Label("Visits a day more", "每天增加人次")]
    [Column("person-visits a day from the units", "由此增加的能力", Unit = Unit.PersonVisitsPerDay)]
    public required double ExtraCapacity { get; init; }

    [Column("as in `SupplyDemand`", "同 SupplyDemand", Unit = Unit.PersonVisits)]
    public required double ExpectedDemand { get; init; }

    [Column("`ExpectedShortage` of `SupplyDemand`", "SupplyDemand 的预计缺口", Unit = Unit.PersonVisits)]
    public required double ShortageBefore { get; init; }

    [Column("the shortage with the extra capacity", "增加能力后的缺口", Unit = Unit.PersonVisits)]
    public required double ShortageAfter { get; init; }

    [Label("Shortage removed", "减少的缺口")]
    [Column("the difference", "两者之差", Unit = Unit.PersonVisits)]
    public required double ShortageRemoved { get; init; }

    [Column("`MatchRate` of `SupplyDemand`", "SupplyDemand 的匹配率", Unit = Unit.Share)]
    public required double MatchRateBefore { get; init; }

    [Column("the match rate with the extra capacity", "增加能力后的匹配率", Unit = Unit.Share)]
    public required double MatchRateAfter { get; init; }

    [Label("Next unit removes", "再增一单位可减少")]
    [Column(
        "shortage that one more unit would remove over the horizon, at the best place of the area",
        "再增一单位在区域内最佳去处于预测期内可减少的缺口",
        Unit = Unit.PersonVisits)]
    public required double? NextUnitGain { get; init; }

    [Label("Removed if shared in proportion", "按比例分配可减少")]
    [Column(
        "shortage that the same budget would remove if divided in proportion to current amounts",
        "同一预算按现有规模比例分配可减少的缺口", Unit = Unit.PersonVisits)]
    public required double ProportionalRemoved { get; init; }

    [Column("weight of one person-visit short; empty for sums", "该处每缺一人次的权重；合计行为空")]
    public required double? Weight { get; init; }
}
