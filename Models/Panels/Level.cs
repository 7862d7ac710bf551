namespace CommunityDemand.Models.Panels;

/// <summary>A level of aggregation: its columns distinguish the nodes; all other columns are summed over.</summary>
public sealed record Level
{
    /// <summary>Name of the level with all key columns.</summary>
    public const string Bottom = "bottom";

    /// <summary>Name, and key, of the level without key columns.</summary>
    public const string Total = "total";

    internal Level(IReadOnlyList<string> allColumns, IReadOnlyList<int> columns)
    {
        Columns = columns;
        Name = columns.Count == allColumns.Count ? Bottom
            : columns.Count == 0 ? Total
            : string.Join('+', columns.Select(column => allColumns[column]));
    }

    /// <summary>Name: the columns joined by <c>+</c>; <see cref="Total"/> for none, <see cref="Bottom"/> for all.</summary>
    public string Name { get; }

    /// <summary>Indices of the columns in the schema, ascending.</summary>
    public IReadOnlyList<int> Columns { get; }

    public bool IsBottom => Name == Bottom;

    public bool Equals(Level? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;
}
