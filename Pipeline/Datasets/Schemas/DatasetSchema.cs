using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>
/// A dataset of uploads, as its fact record declares it: what its rows look like, when they are the same, and what is stored of them.
/// </summary>
internal abstract class DatasetSchema
{
    private readonly int[] _withId;
    private readonly (int Index, int From, Message Before)[] _ordered;

    /// <param name="name">First segment of the upload's path.</param>
    /// <param name="columns">Columns in the order that the cells of a row have.</param>
    protected DatasetSchema(string name, Column[] columns)
    {
        Name = name;
        Columns = columns;
        Key = PlacesOf(column => column.Role == ColumnRole.Key);
        IdIndex = Array.FindIndex(columns, column => column.Role == ColumnRole.Id);
        PartitionIndex = Array.FindIndex(columns, column => column.Role == ColumnRole.Partition);
        _withId = PlacesOf(column => column.IsNeededWithoutId);
        _ordered =
        [
            .. from place in PlacesOf(column => column.NotBefore is not null)
               let start = PlaceOf(columns[place].NotBefore!)
               select (place, start, ValueMessages.Before(columns[start].Name)),
        ];
    }

    public string Name { get; }

    public Column[] Columns { get; }

    /// <summary>What one row is, in English, for the reference.</summary>
    public required string RowIs { get; init; }

    /// <summary>Places of the columns whose newest row counts; empty where every row counts.</summary>
    public int[] Key { get; }

    /// <summary>Place of the column whose values count once over all uploads; -1 where there is none.</summary>
    public int IdIndex { get; }

    /// <summary>Place of the day by whose year facts are partitioned; -1 for the small datasets, which are always read whole.</summary>
    public int PartitionIndex { get; }

    /// <summary>
    /// Whether facts are daily sums rather than the rows: ids are then not stored, and response times are as a histogram.
    /// </summary>
    public bool IsSummed { get; init; }

    /// <summary>Columns of the fact files.</summary>
    public FactColumn[] Facts => field ??=
    [
        .. Columns.Where(column => !IsSummed || column.Role != ColumnRole.Id).Select(column => new FactColumn(column.Name, column.Stored)),
        .. IsSummed ? ResponseTimes.Columns : [],
    ];

    /// <summary>Names of columns of which one at least must be there, next to the required ones.</summary>
    public IEnumerable<string> OneOf =>
        (_withId.Length == 0 ? PlacesOf(column => column.IsContent) : _withId.Append(IdIndex)).Select(place => Columns[place].Name);

    /// <summary>Place of a column by its name; -1 where there is none.</summary>
    public int IndexOf(string column) => Array.FindIndex(Columns, c => c.Name == column);

    /// <summary>Place of the column that a property of the fact record declares.</summary>
    public int PlaceOf(string property) => Array.FindIndex(Columns, column => column.Property == property) is >= 0 and var place
        ? place
        : throw new ArgumentException($"No column of {Name} is declared by a property {property}.", nameof(property));

    /// <summary>Checks a row as a whole.</summary>
    /// <returns>The column at fault and why; null for a good row.</returns>
    public (string Column, Message Reason)? Check(Cell[] cells)
    {
        foreach (var place in _withId)
        {
            if (cells[place].IsMissing && cells[IdIndex].IsMissing) return (Columns[place].Name, ValueMessages.Missing);
        }

        foreach (var (place, start, before) in _ordered)
        {
            if (cells[place].Number < cells[start].Number) return (Columns[place].Name, before);
        }

        return null;
    }

    private int[] PlacesOf(Func<Column, bool> isMeant) => [.. Enumerable.Range(0, Columns.Length).Where(place => isMeant(Columns[place]))];
}

/// <inheritdoc cref="DatasetSchema"/>
/// <typeparam name="TFact">A record whose properties carry <see cref="UploadColumnAttribute"/>.</typeparam>
internal sealed class DatasetSchema<TFact>(string name) : DatasetSchema(name, DeclaredColumns.Of(typeof(TFact)))
{
    private Func<Cell[], TFact>? _read;

    /// <summary>The record of a row of a fact file.</summary>
    public TFact Read(Cell[] row) => (_read ??= FactCells.Reader<TFact>(Columns))(row);
}
