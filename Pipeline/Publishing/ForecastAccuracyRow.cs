using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Publishing;

/// <summary>
/// A row of table <c>ForecastAccuracy</c>: accuracy of earlier published forecasts of an area, or of all areas of a level, for a service
/// or several.
/// </summary>
internal sealed record ForecastAccuracyRow : PlacedRow
{
    public static PlacedTable<ForecastAccuracyRow> Table { get; } = new()
    {
        Name = "ForecastAccuracy",
        RowIs = "an area or a level of areas, a service (or class, or all), a part of the horizon",
        HasWholeLevels = true,
    };

    [KeyPart(1)]
    [Label("Ahead", "提前期数")]
    [Column(
        "periods ahead: `01-07`, `08-14`, ... days; `01-04`, ... weeks; `01-03`, ... months", "提前期数：日 01-07、08-14……；周 01-04……；月 01-03……",
        Unit = Unit.Periods)]
    public required string Horizons { get; init; }

    [Column("first day compared", "比较的首日")]
    public required DateOnly From { get; init; }

    [Column("last day compared", "比较的末日")]
    public required DateOnly To { get; init; }

    [Label("Forecasts", "预测数")]
    [Column("number of forecasts compared, one a period", "参与比较的预测数，每期一个")]
    public required int Forecasts { get; init; }

    // Hyndman and Koehler 2006; the scale is the seasonal naive forecast's error at a season.
    [Column(
        "mean absolute scaled error: 1 is as good as the same weekday of the week before, over the year before (the same week or "
            + "month of the year before, over years); empty for a constant series",
        "平均绝对标度误差：1 相当于此前一年中用上周同日（此前数年中用上年同周、同月）作预测；从无变化时为空")]
    public required double? Mase { get; init; }

    [Label("WAPE", "WAPE")]
    [Column("sum of absolute errors / sum of actual values; empty without visits", "绝对误差之和 / 实际之和；无人来时为空", Unit = Unit.OfActuals)]
    public required double? Wape { get; init; }

    [Label("Bias", "偏差")]
    [Column(
        "(sum of forecasts - sum of actual values) / sum of actual values; empty without visits", "（预测之和 - 实际之和）/ 实际之和；无人来时为空",
        Unit = Unit.OfActuals, IsSigned = true)]
    public required double? Bias { get; init; }

    [Label("80% held", "80% 区间命中")]
    [Column("share of actual values inside the 80% interval", "落入 80% 区间的占比", Unit = Unit.Share)]
    public required double Coverage80 { get; init; }

    [Column("share of actual values inside the 95% interval", "落入 95% 区间的占比", Unit = Unit.Share)]
    public required double Coverage95 { get; init; }

    [Column("mean of forecast - actual value", "预测减实际的均值", Unit = Unit.PersonVisits, IsSigned = true)]
    public required double MeanError { get; init; }

    [Column("mean absolute error", "平均绝对误差", Unit = Unit.PersonVisits)]
    public required double Mae { get; init; }

    [Label("RMSSE", "RMSSE")]
    [Column("root mean squared scaled error, mean over areas; empty for constant series", "均方根标度误差，按区域平均；从无变化时为空")]
    public required double? Rmsse { get; init; }

    [Column("`Mase` of the backtest; this and the next columns are empty without a backtest", "回测的 Mase；无回测时为空，其后各列同")]
    public required double? ExpectedMase { get; init; }

    [Column("`Rmsse` of the backtest", "回测的 Rmsse")]
    public required double? ExpectedRmsse { get; init; }

    [Column("`Wape` of the backtest", "回测的 Wape", Unit = Unit.OfActuals)]
    public required double? ExpectedWape { get; init; }

    [Column("`Coverage80` of the backtest", "回测的 Coverage80", Unit = Unit.Share)]
    public required double? ExpectedCoverage80 { get; init; }

    [Column("`Coverage95` of the backtest", "回测的 Coverage95", Unit = Unit.Share)]
    public required double? ExpectedCoverage95 { get; init; }

    [Column(
        "`above` or `below`: demand is above or below its forecasts; `wider`: demand deviates on both sides; empty without drift",
        "需求持续高于或低于预测（above、below），或向两侧偏离（wider）；均无时为空", Words = "drifting")]
    public required string Drift { get; init; }

    [Column("estimated first day of the drift", "按控制图判断的偏离开始日")]
    public required DateOnly? DriftSince { get; init; }

    [Column("position of the chart relative to its limit, which is 1; empty where there is no chart", "控制图距其界限 1 的程度；无控制图时为空")]
    public required double? DriftSignal { get; init; }

    [Column("for all areas of a level: number of areas that drift", "该级全部区域中偏离的个数")]
    public required int Drifting { get; init; }
}
