namespace CommunityDemand.Pipeline.Ingest.Schemas;

/// <summary>What a dataset's rows look like and when they are the same.</summary>
/// <param name="Name">First segment of the upload's path.</param>
/// <param name="Columns">Its columns; their order is that of the cells of a row and of the columns of the facts.</param>
internal sealed record DatasetSchema(string Name, params Column[] Columns)
{
    /// <summary>The column whose values count once over all uploads; null where there is none.</summary>
    public string? IdColumn
    {
        get;
        init
        {
            field = value;
            IdIndex = value is null ? -1 : IndexOf(value);
        }
    }

    /// <summary>The column by whose year facts are partitioned; null for the small datasets, which are always read whole.</summary>
    public string? PartitionColumn { get; init; }

    /// <summary>Columns whose newest row counts; empty where every row counts.</summary>
    public string[] Key { get; init; } = [];

    /// <summary>Columns of which one at least must be there, next to the required ones.</summary>
    public string[] OneOf { get; init; } = [];

    /// <summary>Checks a row as a whole: the column at fault and why, or null.</summary>
    public Func<Cell[], (string Column, string Reason)?> Check { get; init; } = static _ => null;

    public int IdIndex { get; private init; } = -1;

    public int IndexOf(string column) => Array.FindIndex(Columns, c => c.Name == column);
}
