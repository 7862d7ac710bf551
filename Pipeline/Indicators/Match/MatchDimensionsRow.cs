using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Match;

/// <summary>A row of table <c>MatchDimensions</c>.</summary>
internal sealed record MatchDimensionsRow : PlacedRow
{
    public static PlacedTable<MatchDimensionsRow> Table { get; } =
        new() { Name = "MatchDimensions", RowIs = "an area, a service (or class, or all), a measure of one of four dimensions" };

    [KeyPart(1)]
    [Column("`structural`, `timeliness`, `personal` or `sustainability`", "维度：结构、及时、个体、可持续", Words = "matchDimension")]
    public required string Dimension { get; init; }

    [KeyPart(2)]
    [Label("Measure", "指标")]
    [Column("see above", "指标代码", Words = "mismatch")]
    public required string Measure { get; init; }

    [Label("Value", "数值")]
    [Column("see above; empty where unknown", "指标值；文件未提供时为空", Unit = Unit.OfTheRow)]
    public required double? Value { get; init; }

    [Label("Held against", "对照值")]
    [Column("reference for the value", "对照值", Unit = Unit.OfTheRow)]
    public required double? Reference { get; init; }

    [Label("Mismatch", "错配程度")]
    [Column("0: none; empty where unknown", "错配程度，0 为无；无法判断时为空", Unit = Unit.Share)]
    public required double? Mismatch { get; init; }

    [Label("Basis", "依据数量")]
    [Column("amount of data behind the value", "指标所依据的数量", Unit = Unit.OfTheRow)]
    public required double Basis { get; init; }

    [Column(
        "whether the figures are suppressed, because fewer than five responses or person-visits are behind the value",
        "不足五次响应或人次时为真：数值不公布")]
    public required bool Suppressed { get; init; }

    [Column("first day that counts", "计入的首日")]
    public required DateOnly From { get; init; }

    [Column("last day that counts", "计入的末日")]
    public required DateOnly To { get; init; }
}
