using Azure.Data.Tables;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Publishing;

/// <summary>Entities of a run's tables, created while they are written: by area for the tables, by service for their indexes.</summary>
internal sealed class RunTables(RunPlan plan, IReadOnlyList<NodeRow> nodes)
{
    private readonly RowNames _names = new(plan);
    private readonly HorizonPeriods _periods = plan.Periods;

    /// <summary>Number of rows in table <c>Forecasts</c>.</summary>
    public int Forecasts => nodes.Count * plan.Horizon;

    /// <summary>Physical tables of the forecasts, with their entities.</summary>
    public IEnumerable<(string Table, IEnumerable<TableEntity> Entities)> OfForecasts() => ForecastsRow.Table.Entities(
        nodes.SelectMany(Periods),
        nodes.GroupBy(node => (node.Level, node.Scope)).SelectMany(group => group.SelectMany(Periods)),
        _names.Place);

    /// <summary>Physical tables of another table, with their entities.</summary>
    public IEnumerable<(string Table, IEnumerable<TableEntity> Entities)> Of(PlacedTable table, IReadOnlyList<PlacedRow> rows) =>
        table.Entities(
            rows.GroupBy(row => (row.Level, row.Area)).SelectMany(group => group),
            rows.GroupBy(row => (row.Level, row.Scope)).SelectMany(group => group),
            _names.Place);

    private IEnumerable<ForecastsRow> Periods(NodeRow node) =>
        Enumerable.Range(0, plan.Horizon).Select(period => ForecastsRow.Of(node, period, _periods));
}
