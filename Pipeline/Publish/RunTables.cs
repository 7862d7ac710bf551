using Azure.Data.Tables;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Supply;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Pipeline.Publish;

/// <summary>The entities of a run's tables, made as they are written: by area for the tables, by service for their indexes.</summary>
internal sealed class RunTables
{
    private readonly RunPlan _plan;
    private readonly IReadOnlyList<NodeRow> _nodes;
    private readonly IReadOnlyList<SupplyRow> _supply;
    private readonly IReadOnlyList<AccuracyRow> _accuracy;
    private readonly RowNames _names;

    public RunTables(
        RunPlan plan,
        IReadOnlyList<NodeRow> nodes,
        IReadOnlyList<SupplyRow> supply,
        IReadOnlyList<AccuracyRow> accuracy)
    {
        (_plan, _nodes, _supply, _accuracy) = (plan, nodes, supply, accuracy);
        _names = new RowNames(plan);
    }

    /// <summary>Rows without indicators', each counted once however often it is stored.</summary>
    public int Count => (_nodes.Count * _plan.Horizon) + _supply.Count + _accuracy.Count;

    /// <summary>Entities to write.</summary>
    public int Entities => (2 * (Count - _accuracy.Count)) + _accuracy.Count;

    /// <summary>Every physical table with its entities, those of a partition together; those of indicators are left out.</summary>
    public IEnumerable<(string Table, IEnumerable<TableEntity> Entities)> All() =>
    [
        (PublicTable.Forecasts.Name, _nodes.SelectMany(ByArea)),
        (PublicTable.Forecasts.Index!, _nodes.GroupBy(n => (n.Level, n.Scope)).SelectMany(ByService)),
        (PublicTable.SupplyDemand.Name, _supply.Select(ByArea)),
        (PublicTable.SupplyDemand.Index!, _supply.GroupBy(s => (s.Level, s.Scope)).SelectMany(ByService)),
        (PublicTable.ForecastAccuracy.Name, _accuracy.Select(Accuracy)),
    ];

    /// <summary>The physical tables of an indicators' table, likewise.</summary>
    public IEnumerable<(string Table, IEnumerable<TableEntity> Entities)> Of(PublicTable table, IReadOnlyList<IndicatorRow> rows)
    {
        yield return (table.Name, rows.GroupBy(row => (row.Level, row.Area)).SelectMany(group => group.Select(row => Indicator(
            table,
            row,
            TableKey.Join(_plan.Run, row.Level.Code(), row.Area),
            TableKey.Join([row.Scope.Level, row.Scope.Code, .. row.Parts])))));
        yield return (table.Index!, rows.GroupBy(row => (row.Level, row.Scope)).SelectMany(group => group.Select(row => Indicator(
            table,
            row,
            TableKey.Join(_plan.Run, row.Level.Code(), row.Scope.Level, row.Scope.Code),
            TableKey.Join([row.Area, .. row.Parts])))));
    }

    private TableEntity Indicator(PublicTable table, IndicatorRow row, string partition, string key)
    {
        var entity = Common(partition, key, row.Level, row.Area, row.Scope);
        foreach (var (column, value) in table.OwnColumns.Zip(row.Values)) entity[column] = value.ToProperty();
        return entity;
    }

    private IEnumerable<TableEntity> ByArea(NodeRow node)
    {
        var partition = TableKey.Join(_plan.Run, node.Level.Code(), node.Area);
        for (var day = 0; day < _plan.Horizon; day++)
            yield return Forecast(node, day, partition, TableKey.Join(node.Scope.Level, node.Scope.Code, DayKey(day)));
    }

    private IEnumerable<TableEntity> ByService(IGrouping<(AreaLevel Level, ServiceScope Scope), NodeRow> group)
    {
        var partition = TableKey.Join(_plan.Run, group.Key.Level.Code(), group.Key.Scope.Level, group.Key.Scope.Code);
        for (var day = 0; day < _plan.Horizon; day++)
        {
            foreach (var node in group) yield return Forecast(node, day, partition, TableKey.Join(DayKey(day), node.Area));
        }
    }

    private TableEntity Forecast(NodeRow node, int day, string partition, string row)
    {
        var entity = Common(partition, row, node.Level, node.Area, node.Scope);
        entity["Date"] = Date(day);
        entity["Horizon"] = day + 1;
        entity["Mean"] = node.Forecast.Mean[day];
        entity["Lower80"] = node.Forecast.Lower80[day];
        entity["Upper80"] = node.Forecast.Upper80[day];
        entity["Lower95"] = node.Forecast.Lower95[day];
        entity["Upper95"] = node.Forecast.Upper95[day];
        entity["Model"] = node.Forecast.Model;
        entity["Drivers"] = node.Forecast.Drivers;
        entity["Median"] = node.Forecast.Median[day];
        return entity;
    }

    private TableEntity ByArea(SupplyRow row) => Supply(
        row, TableKey.Join(_plan.Run, row.Level.Code(), row.Area), TableKey.Join(row.Scope.Level, row.Scope.Code));

    private IEnumerable<TableEntity> ByService(IGrouping<(AreaLevel Level, ServiceScope Scope), SupplyRow> group)
    {
        var partition = TableKey.Join(_plan.Run, group.Key.Level.Code(), group.Key.Scope.Level, group.Key.Scope.Code);
        return group.Select(row => Supply(row, partition, TableKey.Escape(row.Area)));
    }

    private TableEntity Supply(SupplyRow row, string partition, string key)
    {
        var entity = Common(partition, key, row.Level, row.Area, row.Scope);
        entity["From"] = Date(0);
        entity["To"] = Date(_plan.Horizon - 1);
        entity["Capacity"] = row.Balance.Capacity;
        entity["ExpectedDemand"] = row.Balance.Demand;
        entity["ExpectedShortage"] = row.Balance.Shortage;
        entity["ExpectedSurplus"] = row.Balance.Surplus;
        entity["ShortageProbability"] = row.Balance.ShortageProbability;
        entity["Utilisation"] = row.Balance.Utilisation;
        entity["MatchRate"] = row.Balance.MatchRate;
        entity["Status"] = Code(row.Balance.Status);
        entity["WorstDate"] = Date(row.WorstDay);
        entity["WorstShortage"] = row.WorstShortage;
        return entity;
    }

    private TableEntity Accuracy(AccuracyRow row) => new(
        row.Area is null ? TableKey.Join(_plan.Run, row.Level.Code()) : TableKey.Join(_plan.Run, row.Level.Code(), row.Area),
        TableKey.Join(row.Scope.Level, row.Scope.Code, row.Horizons))
    {
        ["Run"] = _plan.Run,
        ["Level"] = row.Level.Code(),
        ["Area"] = row.Area ?? "",
        ["AreaName"] = row.Area is null ? "" : _names.Of(row.Level, row.Area).Name,
        ["ServiceLevel"] = row.Scope.Level,
        ["Service"] = row.Scope.Code,
        ["ServiceName"] = _names.Of(row.Scope),
        ["Horizons"] = row.Horizons,
        ["From"] = RunRecord.Day(row.From),
        ["To"] = RunRecord.Day(row.To),
        ["Forecasts"] = row.Forecasts,
        ["Mase"] = row.Mase,
        ["Wape"] = row.Wape,
        ["Bias"] = row.Bias,
        ["Coverage80"] = row.Coverage80,
        ["Coverage95"] = row.Coverage95,
        ["MeanError"] = row.MeanError,
        ["Mae"] = row.Mae,
        ["Rmsse"] = row.Rmsse,
        ["ExpectedMase"] = row.Expected?.Mase,
        ["ExpectedRmsse"] = row.Expected?.Rmsse,
        ["ExpectedWape"] = row.Expected?.Wape,
        ["ExpectedCoverage80"] = row.Expected?.Coverage80,
        ["ExpectedCoverage95"] = row.Expected?.Coverage95,
        ["Drift"] = row.Drift is { } drift ? drift.Kind.ToString().ToLowerInvariant() : "",
        ["DriftSince"] = row.Drift is { } since ? RunRecord.Day(since.Since) : null,
        ["DriftSignal"] = row.Signal,
        ["Drifting"] = row.Drifting,
    };

    private TableEntity Common(string partition, string row, AreaLevel level, string area, ServiceScope scope) => new(partition, row)
    {
        ["Run"] = _plan.Run,
        ["Origin"] = RunRecord.Day(_plan.Origin),
        ["Level"] = level.Code(),
        ["Area"] = area,
        ["AreaName"] = _names.Of(level, area).Name,
        ["Parent"] = _names.Of(level, area).Parent,
        ["ServiceLevel"] = scope.Level,
        ["Service"] = scope.Code,
        ["ServiceName"] = _names.Of(scope),
    };

    private DateTimeOffset Date(int day) => RunRecord.Day(_plan.Origin.AddDays(day + 1));

    private string DayKey(int day) => TableKey.Day(Date(day).UtcDateTime);

    /// <summary>A status as column <c>Status</c> has it.</summary>
    public static string Code(SupplyStatus status) => status switch
    {
        SupplyStatus.Shortage => "short",
        SupplyStatus.Tight => "tight",
        SupplyStatus.Balanced => "balanced",
        SupplyStatus.Idle => "idle",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
