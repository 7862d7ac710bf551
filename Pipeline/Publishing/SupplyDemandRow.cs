using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Publishing;

/// <summary>A row of table <c>SupplyDemand</c>.</summary>
internal sealed record SupplyDemandRow : PlacedRow
{
    public static PlacedTable<SupplyDemandRow> Table { get; } =
        new() { Name = "SupplyDemand", RowIs = "an area, a service (or class, or all), over the horizon" };

    [Column("first day of the horizon", "预测期首日")]
    public required DateOnly From { get; init; }

    [Column("last day of the horizon", "预测期末日")]
    public required DateOnly To { get; init; }

    [Label("Capacity", "服务能力")]
    [Column(
        "person-visits that can be served: daily capacity, times the open days of weeks and months", "可服务的人次：日容量；按周、月时乘以其中的开放天数",
        Unit = Unit.PersonVisits)]
    public required double Capacity { get; init; }

    [Label("Expected visits", "预计人次")]
    [Column("sum of the periods' expected demand, where capacity is known", "能力已知之日（周、月）的预计需求之和", Unit = Unit.PersonVisits)]
    public required double ExpectedDemand { get; init; }

    [Label("Shortage", "缺口")]
    [Column("expected unserved demand: sum of E[(D - C)+]", "E[(D - C)+] 之和：预计无法满足的人次", Unit = Unit.PersonVisits)]
    public required double ExpectedShortage { get; init; }

    [Column("expected unused capacity: sum of E[(C - D)+]", "E[(C - D)+] 之和：预计闲置的能力", Unit = Unit.PersonVisits)]
    public required double ExpectedSurplus { get; init; }

    [Label("Chance of a shortage", "缺口概率")]
    [Column(
        "probability that demand exceeds capacity, averaged over the days, weeks or months (and communities and services)",
        "需求超出能力的概率，按日、周或月（及社区、服务）平均",
        Unit = Unit.Probability)]
    public required double ShortageProbability { get; init; }

    [Label("Utilisation", "利用率")]
    [Column("expected served demand / capacity; without capacity 1 where there is demand", "预计服务量 / 能力；无能力而有需求时为 1", Unit = Unit.Share)]
    public required double Utilisation { get; init; }

    [Label("Match rate", "满足率")]
    [Column(
        "expected served demand / expected demand (demand 150, supply 120: .80); 1 without demand",
        "预计服务量 / 预计需求（需求 150、供给 120 为 .80）；无需求时为 1", Unit = Unit.Share)]
    public required double MatchRate { get; init; }

    [Label("Status", "状态")]
    [Column(
        "`short`: match rate under .95; otherwise `tight`: utilisation .85 or more; `idle`: under .5; otherwise `balanced`",
        "状态：短缺（匹配率低于 .95）、紧张（利用率不低于 .85）、闲置（低于 .5）、平衡", Words = "status")]
    public required string Status { get; init; }

    [Label("Worst", "最紧张时")]
    [Column("first day of the day, week or month with the largest expected shortage", "预计缺口最大的日、周或月的首日")]
    public required DateOnly WorstDate { get; init; }

    [Column("expected shortage of that day, week or month", "当日（周、月）预计缺口", Unit = Unit.PersonVisits)]
    public required double WorstShortage { get; init; }
}
