using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Satisfaction;

/// <summary>A row of table <c>Satisfaction</c>.</summary>
internal sealed record SatisfactionRow : PlacedRow
{
    public static PlacedTable<SatisfactionRow> Table { get; } = new()
    {
        Name = "Satisfaction",
        RowIs = "an area, a service (or class, or all), a dimension, a source (or all), a period",
        DayColumn = nameof(Period),
    };

    [KeyPart(1)]
    [Label("Dimension", "维度")]
    [Column(
        "`content`, `efficiency`, `attitude`, `sustainability`, `innovation`; `overall`: the mean of those that a person rated",
        "维度：内容、效率、态度、可持续、创新；overall 为个人所评各项的均值", Words = "dimension")]
    public required string Dimension { get; init; }

    [KeyPart(2)]
    [Column("`resident`, `staff` or `third_party`; `all`", "来源：居民、工作人员、第三方；全部为 all", Words = "source")]
    public required string Source { get; init; }

    [KeyPart(3)]
    [Column("`quarter`: of the calendar; `year`: the twelve months to the origin", "期间类型：quarter 为日历季度，year 为截止日前十二个月")]
    public required string PeriodKind { get; init; }

    [KeyPart(4)]
    [Column("first day of the period; `from` and `to` select by it", "期间首日；按 from 和 to 查询")]
    public required DateOnly Period { get; init; }

    [Column("last day of the period, at most the origin", "期间末日，不晚于截止日")]
    public required DateOnly PeriodEnd { get; init; }

    [Label("Answers", "评价数")]
    [Column("number of answers that rate the dimension", "评价该维度的答卷数", Unit = Unit.Answers)]
    public required int Answers { get; init; }

    [Column("whether there are fewer than five answers; all later columns except `Reference` are then empty", "答卷不足五份：除参考值外其后各列为空")]
    public required bool Suppressed { get; init; }

    [Column("mean of the answers", "答卷均值", Unit = Unit.Likert)]
    public required double? Mean { get; init; }

    [Column("standard deviation of the answers", "答卷标准差", Unit = Unit.Likert)]
    public required double? Deviation { get; init; }

    [Label("Satisfied", "满意比例")]
    [Column("share of ratings of 4 and 5; for `overall`, of means of 4 or more", "4 分和 5 分的占比；overall 为均值不低于 4 的占比", Unit = Unit.Share)]
    public required double? Satisfied { get; init; }

    [Column("lower end of the share's 95% interval", "满意占比 95% 区间下限", Unit = Unit.Share)]
    public required double? SatisfiedLower95 { get; init; }

    [Column("upper end of the share's 95% interval", "满意占比 95% 区间上限", Unit = Unit.Share)]
    public required double? SatisfiedUpper95 { get; init; }

    [Label("Index", "指数")]
    [Column("mean / 5 x 100, the handbook's scale", "均值 / 5 × 100，手册的百分制", Unit = Unit.IndexPoints)]
    public required double? Index { get; init; }

    [Label("Handbook", "手册参考值")]
    [Column(
        "the handbook's national mean: content 85.6, efficiency 78.4, attitude 73.2, overall 82.3; empty for others",
        "手册的全国均值：内容 85.6、效率 78.4、态度 73.2、总体 82.3；其他为空", Unit = Unit.IndexPoints)]
    public required double? Reference { get; init; }

    [Label("Against the city, points", "与全市相差（点）")]
    [Column("`Index` minus the city's index; empty for the city", "与全市指数之差；市为空", Unit = Unit.Points, IsSigned = true)]
    public required double? CityGap { get; init; }

    [Column(
        "p-value of the difference from the rest of the city, adjusted for the number of areas of the level",
        "与全市其余部分出现如此差异的概率，已按同级区域数校正", Unit = Unit.Probability)]
    public required double? CityAdjustedP { get; init; }

    [Label("Standing", "相对水平")]
    [Column(
        "`weak` or `strong`: different from the city beyond chance and by two points or more; otherwise `average`; empty for the city",
        "弱或强：与全市之差超出偶然且不少于两分；否则为平均；市为空", Words = "standing")]
    public required string? Standing { get; init; }

    [Label("Shrunk index", "收缩后指数")]
    [Column(
        "`Index` shrunk towards the mean of the level's areas by as much as chance explains their differences; use it for rankings",
        "向同级均值收缩后的指数：按此排名",
        Unit = Unit.IndexPoints)]
    public required double? ShrunkIndex { get; init; }

    [Column("weight of the area's own answers in `ShrunkIndex`", "收缩指数中本区域答卷的权重", Unit = Unit.Share)]
    public required double? Reliability { get; init; }

    [Label("Rank", "名次")]
    [Column("rank by `ShrunkIndex` among the areas of one parent; 1 is the best", "在同一上级区域内按收缩指数的名次，1 为最好")]
    public required int? Rank { get; init; }

    [Column("number of ranked areas, including this one", "参与排名的区域数，含本区域")]
    public required int? Siblings { get; init; }

    [Column(
        "slope of `Index` over the eight quarters; on rows of the year and all services, empty with fewer than three quarters of "
            + "five answers",
        "指数在八个季度上的斜率；只在年度且全部服务的行，满五份答卷的季度不足三个时为空", Unit = Unit.PointsPerYear, IsSigned = true)]
    public required double? TrendPoints { get; init; }

    [Column("standard error of the slope", "斜率的标准误", Unit = Unit.PointsPerYear)]
    public required double? TrendError { get; init; }

    [Column("p-value of the slope", "若无趋势而出现如此斜率的概率", Unit = Unit.Probability)]
    public required double? TrendP { get; init; }

    [Column(
        "difference between the sources with the highest and the lowest ratings; on rows of the year, all services and all sources "
            + "where two sources have five answers",
        "评价最高与最低来源之差；只在年度、全部服务、全部来源且至少两个来源满五份答卷的行", Unit = Unit.Points)]
    public required double? SourceGap { get; init; }

    [Column("source with the lowest ratings", "评价最低的来源", Words = "source")]
    public required string? SourceLowest { get; init; }

    [Column("source with the highest ratings", "评价最高的来源", Words = "source")]
    public required string? SourceHighest { get; init; }

    [Column(
        "p-value of the difference between the sources, adjusted for the number of areas of the level",
        "若各来源一致而出现如此差距的概率，已按同级区域数校正",
        Unit = Unit.Probability)]
    public required double? SourceAdjustedP { get; init; }

    [Column("whether the sources disagree beyond chance", "各来源的分歧是否超出偶然")]
    public required bool? SourcesDisagree { get; init; }
}
