namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>A dataset of uploads, declared by its fact record: the columns of its rows, their identity, and the stored form.</summary>
internal abstract class DatasetSchema
{
    private readonly int[] _withId;
    private readonly (int Index, int From)[] _ordered;

    /// <param name="name">Name: the first segment of the upload's path.</param>
    /// <param name="columns">Columns in the order of the cells of a row.</param>
    protected DatasetSchema(string name, Column[] columns)
    {
        Name = name;
        Columns = columns;
        Key = PlacesOf(column => column.Role == ColumnRole.Key);
        IdIndex = Array.FindIndex(columns, column => column.Role == ColumnRole.Id);
        PartitionIndex = Array.FindIndex(columns, column => column.Role == ColumnRole.Partition);
        _withId = PlacesOf(column => column.IsNeededWithoutId);
        _ordered = [.. PlacesOf(column => column.NotBefore is not null).Select(place => (place, PlaceOf(columns[place].NotBefore!)))];
    }

    public string Name { get; }

    public Column[] Columns { get; }

    /// <summary>Meaning of one row, in English, for the reference.</summary>
    public required string RowIs { get; init; }

    /// <summary>Indices of the key columns, whose newest row counts; empty where every row counts.</summary>
    public int[] Key { get; }

    /// <summary>Index of the id column, whose values count once over all uploads; -1 where there is none.</summary>
    public int IdIndex { get; }

    /// <summary>Index of the day whose year partitions the facts; -1 for small datasets, which are always read completely.</summary>
    public int PartitionIndex { get; }

    /// <summary>Whether facts are daily sums instead of rows: ids are then not stored, and response times become a histogram.</summary>
    public bool IsSummed { get; init; }

    /// <summary>Columns of the fact files.</summary>
    public FactColumn[] Facts => field ??=
    [
        .. Columns.Where(column => !IsSummed || column.Role != ColumnRole.Id).Select(column => new FactColumn(column.Name, column.Stored)),
        .. IsSummed ? ResponseTimes.Columns : [],
    ];

    /// <summary>Columns of which at least one must be present, in addition to the required columns.</summary>
    public IEnumerable<string> OneOf => _withId.Length == 0 ? [] : _withId.Append(IdIndex).Select(place => Columns[place].Name);

    /// <summary>Index of a column by its name; -1 where there is none.</summary>
    public int IndexOf(string column) => Array.FindIndex(Columns, c => c.Name == column);

    /// <summary>Index of the column that a property of the fact record declares.</summary>
    public int PlaceOf(string property) => Array.FindIndex(Columns, column => column.Property == property) is >= 0 and var place
        ? place
        : throw new ArgumentException($"No column of {Name} is declared by a property {property}.", nameof(property));

    /// <summary>Validates a row as a whole.</summary>
    /// <returns>The invalid column and the reason; null for a valid row.</returns>
    public (string Column, string Reason)? Check(Cell[] cells)
    {
        foreach (var place in _withId)
        {
            if (cells[place].IsMissing && cells[IdIndex].IsMissing) return (Columns[place].Name, "missing");
        }

        foreach (var (place, from) in _ordered)
        {
            if (cells[place].Number < cells[from].Number) return (Columns[place].Name, $"before {Columns[from].Name}");
        }

        return null;
    }

    private int[] PlacesOf(Func<Column, bool> isMeant) => [.. Enumerable.Range(0, Columns.Length).Where(place => isMeant(Columns[place]))];
}

/// <inheritdoc cref="DatasetSchema"/>
/// <typeparam name="TFact">A record whose properties have <see cref="UploadColumnAttribute"/>.</typeparam>
internal sealed class DatasetSchema<TFact>(string name) : DatasetSchema(name, DeclaredColumns.Of(typeof(TFact)))
{
    private Func<Cell[], TFact>? _read;

    /// <summary>The record of a row of a fact file.</summary>
    public TFact Read(Cell[] row) => (_read ??= FactCells.Reader<TFact>(Columns))(row);
}
