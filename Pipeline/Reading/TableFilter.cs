using Azure.Data.Tables;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Reading;

/// <summary>The shortest way to a question's rows: which physical table, and which filter.</summary>
/// <param name="Table">The table itself, or its index by service.</param>
/// <param name="Filter">OData filter; keys first, so that the service answers the two common questions from one range.</param>
internal readonly record struct TableFilter(string Table, string Filter)
{
    /// <summary>All rows of a table, of one run where it is a run's.</summary>
    public static TableFilter Whole(PublicTable table, string run) => new(
        table.Name,
        table.IsPerRun ? TableKey.Range("PartitionKey", TableKey.Prefix(run))
        : table.Partition is { } only ? TableClient.CreateQueryFilter($"PartitionKey eq {only}")
        : "");

    /// <param name="run">The run to read; unused for tables that are no run's.</param>
    public static TableFilter Of(TableQuery query, string run)
    {
        var table = query.Table;
        if (!table.IsPerRun) return new(table.Name, And(Whole(table, run).Filter, Dates(query)));
        var placed = (PlacedTable)table;
        if (placed.HasWholeLevels) return OfAccuracy(query, run);

        var level = query.Level?.Code();
        var days = placed.IsKeyedByDay;
        return (level, query.Area, query.Scope) switch
        {
            ({ } l, { } area, null) => new(table.Name, And(Partition(run, l, area), Dates(query))),
            ({ } l, { } area, { } s) when days =>
                new(table.Name, And(Partition(run, l, area), DayRange(query, TableKey.Prefix(s.Level, s.Code)))),
            ({ } l, { } area, { } s) => new(table.Name, And(Partition(run, l, area), OfScope(placed, s), Dates(query))),
            ({ } l, null, { } s) when days => new(table.Index!, And(Partition(run, l, s.Level, s.Code), DayRange(query, ""))),
            ({ } l, null, { } s) => new(table.Index!, And(Partition(run, l, s.Level, s.Code), Dates(query))),
            ({ } l, null, null) => new(table.Name, And(TableKey.Range("PartitionKey", TableKey.Prefix(run, l)), Dates(query))),
            (null, _, { } s) => new(table.Name, And(
                TableKey.Range("PartitionKey", TableKey.Prefix(run)),
                TableClient.CreateQueryFilter($"ServiceLevel eq {s.Level} and Service eq {s.Code}"),
                Dates(query))),
            _ => new(table.Name, And(TableKey.Range("PartitionKey", TableKey.Prefix(run)), Dates(query))),
        };
    }

    // Rows of all areas of a level together stand in partitions of their own; those of single areas come when an area is asked for.
    private static TableFilter OfAccuracy(TableQuery query, string run)
    {
        var rows = query.Scope is { } scope ? TableKey.Range("RowKey", TableKey.Prefix(scope.Level, scope.Code)) : "";
        var partition = (query.Level?.Code(), query.Area) switch
        {
            ({ } level, { } area) => Partition(run, level, area),
            ({ } level, null) => Partition(run, level),
            _ => string.Join(" or ", Enum.GetValues<AreaLevel>().Select(level => Partition(run, level.Code()))),
        };
        return new(query.Table.Name, And(query.Level is null ? $"({partition})" : partition, rows));
    }

    // Without parts of its own the row key ends with the services: an area and services have one row.
    private static string OfScope(PlacedTable table, ServiceScope scope) => table.KeyParts == 0
        ? TableClient.CreateQueryFilter($"RowKey eq {TableKey.Join(scope.Level, scope.Code)}")
        : TableKey.Range("RowKey", TableKey.Prefix(scope.Level, scope.Code));

    private static string Partition(params ReadOnlySpan<string> parts) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Join(parts)}");

    // Row keys go on with the day: a range of days is a range of keys.
    private static string DayRange(TableQuery query, string prefix)
    {
        var from = query.From is { } f ? prefix + TableKey.Day(f) : prefix;
        var end = query.To is { } t ? TableKey.After(prefix + TableKey.Day(t) + TableKey.Separator)
            : prefix.Length > 0 ? TableKey.After(prefix)
            : null;
        return And(
            from.Length > 0 ? TableClient.CreateQueryFilter($"RowKey ge {from}") : "",
            end is null ? "" : TableClient.CreateQueryFilter($"RowKey lt {end}"));
    }

    private static string Dates(TableQuery query) => And(
        query.From is { } from ? $"{query.Table.DayColumn} {TableClient.CreateQueryFilter($"ge {StorageDay.Of(from)}")}" : "",
        query.To is { } to ? $"{query.Table.DayColumn} {TableClient.CreateQueryFilter($"le {StorageDay.Of(to)}")}" : "");

    private static string And(params ReadOnlySpan<string> filters)
    {
        var all = new List<string>();
        foreach (var filter in filters)
        {
            if (filter.Length > 0) all.Add(filter);
        }

        return string.Join(" and ", all);
    }
}
