using System.Text.Json;
using Azure.Data.Tables;

namespace CommunityDemand.Pipeline.Tables;

/// <summary>A public table of a run whose rows are of an area and some services.</summary>
internal abstract class PlacedTable : PublicTable
{
    /// <summary>Declares the shared columns.</summary>
    protected static RowType<RowPlace> Places { get; } = new();

    public override bool IsPerRun => true;

    /// <summary>Whether the row key goes on with the day, so that a range of days is a range of keys.</summary>
    public bool IsKeyedByDay { get; init; }

    /// <summary>Whether rows of all areas of a level stand in partitions of their own, and the table has no index.</summary>
    public bool HasWholeLevels { get; init; }

    public override string? Index => HasWholeLevels ? null : $"{Name}ByService";

    /// <summary>Number of key parts beside the area and the services.</summary>
    public abstract int KeyParts { get; }

    /// <summary>The physical tables with their entities: by area, and by service for the index.</summary>
    /// <param name="byArea">All rows, those of an area together; read as they are written.</param>
    /// <param name="byService">All rows, those of a level's services together; likewise.</param>
    /// <param name="place">The shared columns of a row.</param>
    public abstract IEnumerable<(string Table, IEnumerable<TableEntity> Entities)> Entities(
        IEnumerable<PlacedRow> byArea, IEnumerable<PlacedRow> byService, Func<PlacedRow, RowPlace> place);

    /// <summary>Writes rows to a file of the night. Rows are made as they are written.</summary>
    public abstract void Save(Stream stream, IEnumerable<PlacedRow> rows);

    /// <summary>Reads the rows that <see cref="Save"/> wrote. Equal texts are one text in memory.</summary>
    public abstract IReadOnlyList<PlacedRow> Load(Stream stream);
}

/// <inheritdoc cref="PlacedTable"/>
internal sealed class PlacedTable<TRow> : PlacedTable
    where TRow : PlacedRow
{
    private static readonly string[] WithoutOrigin = [nameof(RowPlace.Origin), nameof(RowPlace.Parent)];
    private readonly RowType<TRow> _rows = new();

    public override IReadOnlyList<Column> Columns => field ??=
        [.. Places.Columns.Where(column => !HasWholeLevels || !WithoutOrigin.Contains(column.Name)), .. _rows.Columns];

    /// <summary>The columns that are not shared.</summary>
    public IReadOnlyList<Column> OwnColumns => _rows.Columns;

    public override int KeyParts => _rows.KeyParts;

    public override IEnumerable<(string Table, IEnumerable<TableEntity> Entities)> Entities(
        IEnumerable<PlacedRow> byArea, IEnumerable<PlacedRow> byService, Func<PlacedRow, RowPlace> place)
    {
        yield return (Name, byArea.Cast<TRow>().Select(row => ByArea(row, place(row))));
        if (Index is { } index) yield return (index, byService.Cast<TRow>().Select(row => ByService(row, place(row))));
    }

    public override void Save(Stream stream, IEnumerable<PlacedRow> rows) =>
        JsonSerializer.Serialize(stream, rows.Cast<TRow>(), RowJson.Create());

    public override IReadOnlyList<PlacedRow> Load(Stream stream) => JsonSerializer.Deserialize<List<TRow>>(stream, RowJson.Create())!;

    private TableEntity ByArea(TRow row, RowPlace place)
    {
        var partition = row.Area.Length == 0 ? TableKey.Join(place.Run, place.Level) : TableKey.Join(place.Run, place.Level, place.Area);
        return Entity(row, place, partition, TableKey.Join([place.ServiceLevel, place.Service, .. _rows.KeyOf(row)]));
    }

    private TableEntity ByService(TRow row, RowPlace place)
    {
        string[] parts = IsKeyedByDay ? [.. _rows.KeyOf(row), place.Area] : [place.Area, .. _rows.KeyOf(row)];
        return Entity(row, place, TableKey.Join(place.Run, place.Level, place.ServiceLevel, place.Service), TableKey.Join(parts));
    }

    private TableEntity Entity(TRow row, RowPlace place, string partition, string key)
    {
        var entity = new TableEntity(partition, key);
        Places.Write(place, entity);
        if (HasWholeLevels)
        {
            foreach (var column in WithoutOrigin) entity.Remove(column);
        }

        _rows.Write(row, entity);
        return entity;
    }
}
