using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Publishing;

/// <summary>A row of table <c>Forecasts</c>.</summary>
internal sealed record ForecastsRow : PlacedRow
{
    public static PlacedTable<ForecastsRow> Table { get; } = new()
    {
        Name = "Forecasts",
        RowIs = "an area, a service (or class, or all), a period: a day, week or month",
        DayColumn = nameof(Date),
        IsKeyedByDay = true,
    };

    [KeyPart(1)]
    [Label("Day", "日期")]
    [Column("first day of the forecast period", "预测周期的首日")]
    public required DateOnly Date { get; init; }

    [Column("periods after the origin, from 1", "距截止日的期数，从 1 起", Unit = Unit.Periods)]
    public required int Horizon { get; init; }

    [Label("Expected visits", "预计人次")]
    [Column("expected demand; 0 or more", "预计需求，不小于 0", Unit = Unit.PersonVisits)]
    public required double Mean { get; init; }

    [Column("10% quantile: demand is below this in 10 of 100 cases", "需求有 10% 的可能低于此值", Unit = Unit.PersonVisits)]
    public required double Lower80 { get; init; }

    [Column("90% quantile: demand is above this in 10 of 100 cases", "需求有 10% 的可能高于此值", Unit = Unit.PersonVisits)]
    public required double Upper80 { get; init; }

    [Column("2.5% quantile: demand is below this in 2.5 of 100 cases", "需求有 2.5% 的可能低于此值", Unit = Unit.PersonVisits)]
    public required double Lower95 { get; init; }

    [Column("97.5% quantile: demand is above this in 2.5 of 100 cases", "需求有 2.5% 的可能高于此值", Unit = Unit.PersonVisits)]
    public required double Upper95 { get; init; }

    [Label("Method", "方法")]
    [Column("the method, or `combination` of several", "方法；多种方法组合为 combination")]
    public required string Model { get; init; }

    [Column("drivers of the forecast, the strongest phase of its season first; may be empty", "影响预测的因素；可为空")]
    public required IReadOnlyList<Message> Drivers { get; init; }

    [Column(
        "50% quantile: demand is as often below this as above; empty in runs of earlier versions",
        "需求高于和低于此值的可能相等；早期版本的运行为空",
        Unit = Unit.PersonVisits)]
    public required double Median { get; init; }

    /// <summary>The row of a node for a period.</summary>
    /// <param name="node">Node with its area and services.</param>
    /// <param name="day">Period of the horizon, from 0.</param>
    public static ForecastsRow Of(NodeRow node, int day, HorizonPeriods periods)
    {
        var forecast = node.Forecast;
        return new ForecastsRow
        {
            Level = node.Level,
            Area = node.Area,
            Scope = node.Scope,
            Date = periods[day],
            Horizon = day + 1,
            Mean = forecast.Mean[day],
            Lower80 = forecast.Lower80[day],
            Upper80 = forecast.Upper80[day],
            Lower95 = forecast.Lower95[day],
            Upper95 = forecast.Upper95[day],
            Model = forecast.Model,
            Drivers = forecast.Drivers,
            Median = forecast.Median[day],
        };
    }
}
