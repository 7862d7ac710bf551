using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Participation;

/// <summary>A row of table <c>Participation</c>.</summary>
internal sealed record ParticipationRow : PlacedRow
{
    public static PlacedTable<ParticipationRow> Table { get; } =
        new() { Name = "Participation", RowIs = "an area, a channel or mode (or all), a quarter", DayColumn = nameof(Period) };

    [KeyPart(1)]
    [Column("`total`, `channel` or `mode`", "划分方式：合计、渠道或方式", Words = "breakdown")]
    public required string Breakdown { get; init; }

    [KeyPart(2)]
    [Column("channel or mode, as named in uploads; `all`", "文件中的渠道或方式名称；合计为 all", Words = "category")]
    public required string Category { get; init; }

    [KeyPart(3)]
    [Label("Quarter", "季度")]
    [Column("first day of the quarter; `from` and `to` select by it", "季度首日；按 from 和 to 查询")]
    public required DateOnly Period { get; init; }

    [Column("last day of the quarter, at most the origin", "季度末日，不晚于截止日")]
    public required DateOnly PeriodEnd { get; init; }

    [Label("Communities", "社区数")]
    [Column(
        "number of communities that report; for a channel or mode, those that distinguish channels or modes",
        "上报的社区数；渠道或方式行只计区分参与者的社区")]
    public required int Communities { get; init; }

    [Label("Took part", "参与人数")]
    [Column("participants; for several dates in a quarter, their mean", "参与人数；季度内有多个日期时取平均", Unit = Unit.Persons)]
    public required double? Participants { get; init; }

    [Label("May take part", "应参与人数")]
    [Column("eligible residents; for several dates in a quarter, their mean", "可参与人数，算法相同", Unit = Unit.Persons)]
    public required double Eligible { get; init; }

    [Column(
        "share of `Eligible` that comes from a population count, where the upload gives no number",
        "可参与人数中因文件未注明而用人口数代替的占比",
        Unit = Unit.Share)]
    public required double? EligibleEstimated { get; init; }

    [Column(
        "whether fewer than five residents are eligible; participants, rate and later columns are then empty",
        "可参与者不足五人：参与人数、参与率及其后各列为空")]
    public required bool Suppressed { get; init; }

    [Label("Rate", "参与率")]
    [Column(
        "participants / eligible residents; for a channel or mode, the share of all eligible residents who took part through it",
        "参与人数 / 可参与人数；渠道或方式行为经由它参与的占比",
        Unit = Unit.Share)]
    public required double? Rate { get; init; }

    [Column("lower end of the rate's 95% interval", "参与率 95% 区间下限", Unit = Unit.Share)]
    public required double? Lower95 { get; init; }

    [Column("upper end of the rate's 95% interval", "参与率 95% 区间上限", Unit = Unit.Share)]
    public required double? Upper95 { get; init; }

    [Label("Handbook, 2015", "手册 2015 年")]
    [Column("the handbook's national rate of 2015, .583; empty for channels and modes", "手册中 2015 年全国参与率 .583；渠道和方式行为空", Unit = Unit.Share)]
    public required double? Reference2015 { get; init; }

    [Label("Handbook, 2024", "手册 2024 年")]
    [Column("the handbook's national rate of 2024, .672; empty for channels and modes", "手册中 2024 年全国参与率 .672；渠道和方式行为空", Unit = Unit.Share)]
    public required double? Reference2024 { get; init; }

    [Label("Against the city, points", "与全市相差（百分点）")]
    [Column("rate minus the city's rate; empty for the city", "与全市参与率之差；市为空", Unit = Unit.PercentagePoints, IsSigned = true)]
    public required double? CityGap { get; init; }

    [Column(
        "p-value of the difference from the rest of the city, adjusted for the number of areas of the level",
        "与全市其余部分出现如此差异的概率，已按同级区域数校正", Unit = Unit.Probability)]
    public required double? CityAdjustedP { get; init; }

    [Label("Standing", "相对水平")]
    [Column(
        "`weak` or `strong`: different from the city beyond chance and by one point or more; otherwise `average`; empty for the city",
        "弱或强：与全市之差超出偶然且不少于一个百分点；否则为平均；市为空", Words = "standing")]
    public required string? Standing { get; init; }

    [Column(
        "slope of the rate over the quarters; on the latest quarter's row, empty with fewer than three",
        "参与率随季度的斜率；只在最近季度的行，不足三个季度为空",
        Unit = Unit.PercentagePointsPerYear, IsSigned = true)]
    public required double? TrendPoints { get; init; }

    [Column("standard error of the slope", "斜率的标准误", Unit = Unit.PercentagePointsPerYear)]
    public required double? TrendError { get; init; }

    [Column("p-value of the slope", "若无趋势而出现如此斜率的概率", Unit = Unit.Probability)]
    public required double? TrendP { get; init; }
}
