using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Improvements;

/// <summary>A row of table <c>Improvements</c>: one measure of a community, or the measures of an area together.</summary>
internal sealed record ImprovementsRow : PlacedRow
{
    public static PlacedTable<ImprovementsRow> Table { get; } =
        new()
        {
            Name = "Improvements",
            RowIs = "a measure of a community, or the measures of an area, an outcome",
            DayColumn = nameof(Start)
        };

    /// <summary>Start day in the row key; a word for several measures, so that no uploaded measure has the same key.</summary>
    [KeyPart(1)]
    public required string StartKey { get; init; }

    /// <summary>Measure in the row key.</summary>
    [KeyPart(2)]
    public required string MeasureKey { get; init; }

    [Label("Measure", "措施")]
    [Column("measure, as uploaded; empty for all kinds together", "文件中的措施；各类合计为空")]
    public required string? Measure { get; init; }

    [Column("first day of the measure; for several measures, the earliest", "措施首日；多项取最早")]
    public required DateOnly Start { get; init; }

    [Column("last day of the measure; empty while it continues, and above communities", "措施末日；进行中或社区以上为空")]
    public DateOnly? End { get; init; }

    [KeyPart(3)]
    [Label("Outcome", "结果指标")]
    [Column(
        "`satisfaction` (index of 100, mean of all questions), `efficiency` (index of 100, that question alone) `complaints` (per 1,000 "
            + "visits served) or `response` (mean minutes, only if uploads have them)",
        "成效：满意度（百分制，各题均值）、效率（百分制，仅该题）、投诉（每千人次）、响应（平均分钟，文件提供时）", Words = "outcome")]
    public required string Outcome { get; init; }

    [Column(
        "number of weeks compared on each side, at most 52, without the week of the start (of months, at most 12, where the city counts "
            + "by month); empty above communities, as are Before to EffectUpper95 and Target",
        "前后各比较的周数，最多 52；开始当周不计（按月计数的城市为月数，最多 12）；社区以上为空，Before 至 EffectUpper95 及 Target 同")]
    public int? Weeks { get; init; }

    [Column("Monday of the first week before", "之前首周的周一")]
    public required DateOnly From { get; init; }

    [Column("Sunday of the last week after", "之后末周的周日")]
    public required DateOnly To { get; init; }

    [Column("answers, complaints or responses before; empty if suppressed", "之前的答卷、投诉或响应数；不公布时为空")]
    public required int? CountBefore { get; init; }

    [Column("answers, complaints or responses after; empty if suppressed", "之后的答卷、投诉或响应数；不公布时为空")]
    public required int? CountAfter { get; init; }

    [Column("outcome before: index points, complaints per 1,000 visits, or minutes", "之前的成效：指数、每千人次投诉或分钟", Unit = Unit.OfTheRow)]
    public double? Before { get; init; }

    [Column("the outcome after", "之后的成效", Unit = Unit.OfTheRow)]
    public double? After { get; init; }

    [Label("Compared with", "对照社区数")]
    [Column("number of communities without the measure for comparison", "用于对照的未采取措施的社区数")]
    public int? Controls { get; init; }

    [Column(
        "outcome of the controls before; empty without an estimate, as all columns down to RelativeUpper95",
        "对照社区之前的成效；无估计时为空，其后至 RelativeUpper95 各列同", Unit = Unit.OfTheRow)]
    public double? ControlBefore { get; init; }

    [Column("outcome of the controls after", "对照社区之后的成效", Unit = Unit.OfTheRow)]
    public double? ControlAfter { get; init; }

    [Label("Effect in its unit", "效果（原单位）")]
    [Column("`After` minus the outcome expected without the measure", "之后的成效减去未采取措施时的推算值", Unit = Unit.OfTheRow, IsSigned = true)]
    public double? Effect { get; init; }

    [Column("lower end of the effect's 95% interval", "效果 95% 区间下限", Unit = Unit.OfTheRow, IsSigned = true)]
    public double? EffectLower95 { get; init; }

    [Column(
        "upper end of the effect's 95% interval; empty where there is none", "效果 95% 区间上限；不存在时为空", Unit = Unit.OfTheRow, IsSigned = true)]
    public double? EffectUpper95 { get; init; }

    [Label("Effect", "效果")]
    [Column(
        "effect divided by the outcome expected without the measure; for complaints the rate ratio minus 1; above communities the mean "
            + "of the judged measures, weighted by precision",
        "效果与未采取措施时推算值之比；投诉为率比减 1；社区以上为已判定措施按精度加权的均值", Unit = Unit.Percent, IsSigned = true)]
    public required double? RelativeEffect { get; init; }

    [Column("lower end of the relative effect's 95% interval", "相对效果 95% 区间下限", Unit = Unit.Percent, IsSigned = true)]
    public required double? RelativeLower95 { get; init; }

    [Column(
        "upper end of the relative effect's 95% interval; empty where there is none", "相对效果 95% 区间上限；不存在时为空", Unit = Unit.Percent,
        IsSigned = true)]
    public required double? RelativeUpper95 { get; init; }

    [Label("Handbook", "手册参考值")]
    [Column(
        "mean effect of improvements in the handbook: 12.5, 15 and -18; empty for response minutes",
        "手册报告的平均改进：12.5、15 和 -18；响应分钟为空", Unit = Unit.Percent, IsSigned = true)]
    public required double? HandbookEffect { get; init; }

    [Column("target of the upload, a satisfaction index; empty for other outcomes", "文件中的目标满意度指数；其他成效为空", Unit = Unit.IndexPoints)]
    public double? Target { get; init; }

    [Label("Verdict", "结论")]
    [Column(
        "`achieved`, `not_achieved`, `too_early`, or `no_comparison` where waiting does not help",
        "结论：达成、未达成、为时尚早；等待也无济于事时为无可比对象", Words = "verdict")]
    public required string Verdict { get; init; }

    [Column(
        "whether there are fewer than 5 answers on a side, or 5 complaints in total, for the row or for one of its measures",
        "任一侧答卷不足 5 份或投诉合计不足 5 件（或其中一项措施如此）")]
    public required bool Suppressed { get; init; }

    [Label("Measures", "措施数")]
    [Column("number of measures in the row; 1 for communities", "该行包含的措施数；社区为 1")]
    public required int Measures { get; init; }

    [Label("Achieved", "达成")]
    [Column("number of measures with verdict `achieved`", "其中结论为达成的")]
    public required int Achieved { get; init; }

    [Column("with `not_achieved`", "其中结论为未达成的")]
    public required int NotAchieved { get; init; }

    [Column("with `too_early`", "其中结论为为时尚早的")]
    public required int TooEarly { get; init; }

    [Column("with `no_comparison`", "其中无可比对象的")]
    public required int NoComparison { get; init; }

    [Column("`Achieved` / (`Achieved` + `NotAchieved`); empty if none is judged", "达成占已判定的比例；均未判定时为空", Unit = Unit.Share)]
    public required double? AchievedShare { get; init; }

    [Column(
        "standard deviation between the effects of the measures, beyond chance; empty for communities",
        "各措施效果之间超出偶然的标准差；社区为空",
        Unit = Unit.Percent)]
    public double? Heterogeneity { get; init; }

    [Column(
        "lower end of the 95% interval of the mean effect of similar measures elsewhere; empty for fewer than three judged",
        "同类措施在任何地方的平均效果的 95% 区间下限；已判定不足三项时为空", Unit = Unit.Percent, IsSigned = true)]
    public double? ExpectedLower95 { get; init; }

    [Column("upper end of the same interval", "同一区间的上限", Unit = Unit.Percent, IsSigned = true)]
    public double? ExpectedUpper95 { get; init; }
}
