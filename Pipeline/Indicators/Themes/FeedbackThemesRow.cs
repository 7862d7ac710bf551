using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Themes;

/// <summary>A row of table <c>FeedbackThemes</c>.</summary>
internal sealed record FeedbackThemesRow : PlacedRow
{
    public static PlacedTable<FeedbackThemesRow> Table { get; } =
        new() { Name = "FeedbackThemes", RowIs = "an area, a service, a quarter, a theme", DayColumn = nameof(Period) };

    /// <summary>Quarter in the row key, such as <c>2026Q1</c>.</summary>
    [KeyPart(1)]
    public required string Quarter { get; init; }

    [KeyPart(2)]
    [Label("Theme", "主题")]
    [Column(
        "`slow_response`, `complicated_process`, `attitude`, `missing_service`, `quality`, `facility`, `cost`, `information`, `praise`; "
            + "`unclear`; `all`",
        "主题：响应慢、流程繁、态度、服务缺失、质量、设施、费用、信息、表扬；不明；全部为 all", Words = "theme")]
    public required string Theme { get; init; }

    [Label("Quarter", "季度")]
    [Column("first day of the quarter; `from` and `to` select by it", "季度首日；按 from 和 to 查询")]
    public required DateOnly Period { get; init; }

    [Column("last day of the quarter, at most the origin", "季度末日，不晚于截止日")]
    public required DateOnly PeriodEnd { get; init; }

    [Label("Comments", "意见数")]
    [Column("comments on the theme; empty for fewer than five comments on all themes", "该主题的意见数；全部主题不足五条时为空", Unit = Unit.Comments)]
    public int? Comments { get; init; }

    [Label("Share", "比例")]
    [Column("share of all comments of the area, service and quarter", "在该区域、服务、季度全部意见中的占比", Unit = Unit.Share)]
    public double? Share { get; init; }

    [Label("Quarter before", "上一季度")]
    [Column("share in the quarter before; empty for fewer than five comments", "上一季度的占比；不足五条意见时为空", Unit = Unit.Share)]
    public double? ShareBefore { get; init; }

    [Column("whether there are fewer than five comments; shares and themes are then empty", "意见不足五条：不公布占比和主题")]
    public bool Suppressed { get; init; }

    [Label("Complaints", "投诉数")]
    [Column(
        "complaints, with or without a comment; on rows `all` only, as the columns down to `OutOfControl`",
        "投诉数，无论有无意见；只在 all 行，其后至 OutOfControl 各列相同",
        Unit = Unit.Complaints)]
    public int? Complaints { get; init; }

    [Label("Visits", "服务人次")]
    [Column("visits served", "服务人次", Unit = Unit.PersonVisits)]
    public double? Visits { get; init; }

    [Label("Per 1,000 visits", "每千人次")]
    [Column("complaints / visits", "每千人次投诉数", Unit = Unit.ComplaintsPerThousand)]
    public double? ComplaintRate { get; init; }

    [Column(
        "mean rate over the quarters; empty with fewer than four quarters with visits, or without any complaint, as the columns down to "
            + "`OutOfControl`",
        "各季度的总体投诉率；有人次的季度不足四个或无投诉时为空，其后至 OutOfControl 各列相同", Unit = Unit.ComplaintsPerThousand)]
    public double? CentreLine { get; init; }

    [Column("three sigmas below the mean rate, at least 0", "中线下三倍标准差，至少为 0", Unit = Unit.ComplaintsPerThousand)]
    public double? LowerLimit { get; init; }

    [Column("three sigmas above the mean rate", "中线上三倍标准差", Unit = Unit.ComplaintsPerThousand)]
    public double? UpperLimit { get; init; }

    [Column(
        "factor by which the limits are widened: 1 where quarters differ by no more than chance, otherwise more",
        "控制限的放宽倍数：季度差异不超出偶然时为 1，超出则更大")]
    public double? Dispersion { get; init; }

    [Column("whether the rate is beyond a limit and chance does not explain it", "投诉率越限且非偶然")]
    public bool? OutOfControl { get; init; }

    [Column(
        "terms clearly more frequent than in the quarter before, best first, separated by `; `; empty for none; only for cities and "
            + "districts, all services, the origin's quarter",
        "明显比上一季度更常见的词，最显著者在前，以分号分隔；没有或不公布时为空：只在市和区、全部服务、截止日所在季度")]
    public required string? EmergingTerms { get; init; }

    [Column(
        "precision: share of the predictions of the theme that are right, on held-out comments; on rows `all` the mean over themes, as "
            + "in the next two columns; empty where fewer than 50 comments are labelled",
        "留出意见中判为该主题且属实的占比；all 行为各主题均值，后两列相同；有标注的意见不足 50 条时为空", Unit = Unit.Share)]
    public double? ModelPrecision { get; init; }

    [Column("recall: share of the held-out comments on the theme that are predicted", "留出意见中属该主题且被判出的占比", Unit = Unit.Share)]
    public double? ModelRecall { get; init; }

    [Column("F1: harmonic mean of precision and recall", "前两者的调和平均", Unit = Unit.Share)]
    public double? ModelF1 { get; init; }

    [Column("number of different labelled comments in the evaluation", "用于评价模型的不同标注意见数", Unit = Unit.Comments)]
    public int? HeldOut { get; init; }
}
