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
    [Column("what is measured, as a code", "指标代码", Words = "mismatch")]
    public required string Measure { get; init; }

    [Label("Value", "数值")]
    [Column("the measure's value; empty where uploads do not tell", "指标值；文件未提供时为空", Unit = Unit.OfTheRow)]
    public required double? Value { get; init; }

    [Label("Held against", "对照值")]
    [Column("what the value is held against", "对照值", Unit = Unit.OfTheRow)]
    public required double? Reference { get; init; }

    [Label("Mismatch", "错配程度")]
    [Column("how far supply misses needs, 0 for not at all; empty where it cannot be told", "错配程度，0 为无；无法判断时为空", Unit = Unit.Share)]
    public required double? Mismatch { get; init; }

    [Label("Basis", "依据数量")]
    [Column("how much stands behind the value", "指标所依据的数量", Unit = Unit.OfTheRow)]
    public required double Basis { get; init; }

    [Column("true where fewer than five responses or person-visits stand behind the value: the figures are withheld", "不足五次响应或人次时为真：数值不公布")]
    public required bool Suppressed { get; init; }

    [Column("first day that counts", "计入的首日")]
    public required DateOnly From { get; init; }

    [Column("last day that counts", "计入的末日")]
    public required DateOnly To { get; init; }
}
