using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Residents;

/// <summary>A row of table <c>Residents</c>.</summary>
internal sealed record ResidentsRow : PlacedRow
{
    public static PlacedTable<ResidentsRow> Table { get; } = new() { Name = "Residents", RowIs = "an area, a group of residents" };

    [KeyPart(1)]
    [Label("Group", "群体")]
    [Column(
        "`age_60_plus`, `age_65_plus`, `age_15_35`, `disabled`, `low_income` or `children`", "人群：60 岁及以上、65 岁及以上、15 至 35 岁、残障、低收入、儿童",
        Words = "group")]
    public required string Group { get; init; }

    [Column("day of the latest count", "最近一次统计的日期")]
    public required DateOnly AsOf { get; init; }

    [Column("all residents", "全部居民", Unit = Unit.Persons)]
    public required double Population { get; init; }

    [Label("Residents", "人数")]
    [Column("residents of the group", "该人群的居民", Unit = Unit.Persons)]
    public required double Members { get; init; }

    [Label("Share", "比例")]
    [Column("share of the group", "该人群的占比", Unit = Unit.Share)]
    public required double Share { get; init; }

    [Label("A year ago", "一年前")]
    [Column("the share a year before the origin", "截止日前一年的占比", Unit = Unit.Share)]
    public required double? ShareYearAgo { get; init; }

    [Label("Trend, points a year", "趋势（百分点/年）")]
    [Column(
        "trend of the share over the last three years; empty with fewer than three counts", "按最近三年计算的占比变化；不足三次统计时为空",
        Unit = Unit.PercentagePointsPerYear, IsSigned = true)]
    public required double? TrendPoints { get; init; }

    [Column("standard error of the trend", "变化的标准误", Unit = Unit.PercentagePointsPerYear)]
    public required double? TrendError { get; init; }
}
