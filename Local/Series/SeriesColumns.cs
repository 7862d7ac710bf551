using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Local.Series;

/// <summary>The columns of a table by name.</summary>
internal sealed class SeriesColumns(FileInfo file, IReadOnlyList<string> header)
{
    private const int MostShown = 20;

    /// <summary>Index of a column.</summary>
    /// <param name="option">The option that names the column.</param>
    /// <exception cref="UserErrorException">The table has no such column, or two.</exception>
    public int Find(string name, string option)
    {
        var found = Enumerable.Range(0, header.Count)
            .Where(column => string.Equals(header[column].Trim(), name, StringComparison.Ordinal))
            .ToArray();
        if (found.Length > 1) throw new UserErrorException($"{file}: column '{name}' occurs twice; rename one of the two.");
        if (found.Length == 1) return found[0];
        var names = header.Take(MostShown).Select(text => PrintableText.Of(text.Trim()));
        throw new UserErrorException(
            $"{file}: there is no column '{name}' ({option}); the file has {string.Join(", ", names)}"
                + $"{(header.Count > MostShown ? "..." : "")}.");
    }
}
