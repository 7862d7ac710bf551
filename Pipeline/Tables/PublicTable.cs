namespace CommunityDemand.Pipeline.Tables;

/// <summary>
/// One table that readers may read. Its columns are a contract: a column never changes its meaning, and a change adds one.
/// </summary>
internal abstract class PublicTable
{
    /// <summary>Name in the storage account.</summary>
    public required string Name { get; init; }

    /// <summary>What one row is, in English, for the reference.</summary>
    public required string RowIs { get; init; }

    /// <summary>The column whose days a reader may ask for; null if there is none.</summary>
    public string? DayColumn { get; init; }

    /// <summary>Whether rows are a run's: keys begin with the run, and rows are deleted with it.</summary>
    public abstract bool IsPerRun { get; }

    /// <summary>The one partition of the rows, where there is just one.</summary>
    public virtual string? Partition => null;

    /// <summary>Table with the same rows keyed by service instead of area; null if there is none.</summary>
    public virtual string? Index => null;

    /// <summary>All columns, in the order that exports have.</summary>
    public abstract IReadOnlyList<Column> Columns { get; }

    /// <summary>Names of all columns.</summary>
    public IReadOnlyList<string> ColumnNames => field ??= [.. Columns.Select(column => column.Name)];

    /// <summary>The table itself and its index.</summary>
    public IEnumerable<string> Physical => Index is null ? [Name] : [Name, Index];

    public override string ToString() => Name;
}
