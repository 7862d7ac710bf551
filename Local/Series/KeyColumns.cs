using CommunityDemand.Domain.Text;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Local.Series;

/// <summary>
/// The key columns of a written table: the values of a key as they came, one column each. A key column whose name the table has already
/// is written with <c>key_</c> before the name.
/// </summary>
internal sealed class KeyColumns
{
    private readonly IReadOnlyList<string> _columns;
    private readonly Dictionary<string, Level> _levels;

    /// <param name="others">Names of the other columns of the table, separated by commas.</param>
    public KeyColumns(KeySchema schema, string others)
    {
        _columns = schema.Columns;
        _levels = schema.Levels.ToDictionary(level => level.Name);
        var taken = others.Split(',').ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var column in schema.Columns)
        {
            var name = column;
            while (!taken.Add(name)) name = $"key_{name}";
            Header += "," + CsvField.Of(name);
        }
    }

    /// <summary>Names of the columns, each after a comma.</summary>
    public string Header { get; } = "";

    /// <summary>Values of a node, each after a comma; empty where the node's level sums over the column.</summary>
    public string Of(Node node)
    {
        var cells = new string[_columns.Count];
        Array.Fill(cells, "");
        var level = _levels[node.Level];
        for (var i = 0; i < level.Columns.Count; i++) cells[level.Columns[i]] = CsvField.Of(node.Values[i]);
        return "," + string.Join(',', cells);
    }
}
