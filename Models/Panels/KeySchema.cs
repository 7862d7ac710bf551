namespace CommunityDemand.Models.Panels;

/// <summary>
/// Key columns of series, and their aggregation. Each dimension lists columns from coarse to fine. The levels are all combinations of the
/// dimensions' prefixes (a tree crossed with a tree, as in Wickramasuriya, Athanasopoulos and Hyndman 2019, section 2). Without
/// dimensions there is only the bottom level.
/// </summary>
public sealed record KeySchema
{
    /// <param name="columns">Key columns, at least one, distinct.</param>
    /// <param name="dimensions">Dimensions: none, or a partition of the columns.</param>
    /// <exception cref="ArgumentException">The columns are not distinct, or the dimensions do not partition them.</exception>
    public KeySchema(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> dimensions)
    {
        if (columns.Count == 0 || columns.Distinct(StringComparer.Ordinal).Count() != columns.Count)
            throw new ArgumentException("A key needs at least one column, and each column once.", nameof(columns));
        var used = dimensions.SelectMany(dimension => dimension).Order(StringComparer.Ordinal);
        if (dimensions.Count > 0 && !used.SequenceEqual(columns.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            throw new ArgumentException("Each key column belongs to exactly one dimension.", nameof(dimensions));
        Columns = [.. columns];
        Dimensions = [.. dimensions.Select(dimension => (IReadOnlyList<string>)[.. dimension])];
        Levels = [.. AllLevels().OrderBy(level => level.Columns.Count)];
    }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<IReadOnlyList<string>> Dimensions { get; }

    /// <summary>Levels, from the total (if there are dimensions) to the bottom.</summary>
    public IReadOnlyList<Level> Levels { get; }

    /// <summary>
    /// Creates a schema from a tree of columns, coarse to fine; each other key column is a dimension of its own that crosses the tree.
    /// </summary>
    /// <exception cref="ArgumentException">The hierarchy names a column that is not a key.</exception>
    public static KeySchema Of(IReadOnlyList<string> keys, IReadOnlyList<string> hierarchy)
    {
        if (hierarchy.Count == 0) return new KeySchema(keys, []);
        return new KeySchema(
            keys, [hierarchy, .. keys.Except(hierarchy, StringComparer.Ordinal).Select(key => (IReadOnlyList<string>)[key])]);
    }

    public bool Equals(KeySchema? other) =>
        other is not null
        && Columns.SequenceEqual(other.Columns, StringComparer.Ordinal)
        && Dimensions.Count == other.Dimensions.Count
        && Dimensions.Zip(other.Dimensions).All(pair => pair.First.SequenceEqual(pair.Second, StringComparer.Ordinal));

    public override int GetHashCode() => string.GetHashCode(string.Join('|', Columns), StringComparison.Ordinal);

    private IEnumerable<Level> AllLevels()
    {
        if (Dimensions.Count == 0) return [new Level(Columns, [.. Enumerable.Range(0, Columns.Count)])];
        IEnumerable<IReadOnlyList<string>> combinations = [[]];
        foreach (var dimension in Dimensions)
        {
            combinations = combinations.SelectMany(
                _ => Enumerable.Range(0, dimension.Count + 1),
                (chosen, depth) => (IReadOnlyList<string>)[.. chosen, .. dimension.Take(depth)]);
        }

        return combinations.Select(chosen =>
            new Level(Columns, [.. Enumerable.Range(0, Columns.Count).Where(i => chosen.Contains(Columns[i]))]));
    }
}
