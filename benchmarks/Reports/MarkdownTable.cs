using System.Text;

namespace CommunityDemand.Benchmarks.Reports;

/// <summary>A table in Markdown; the first column reads, the others count and stand to the right.</summary>
internal sealed class MarkdownTable(params string[] columns)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells)
    {
        if (cells.Length != columns.Length)
            throw new ArgumentException($"{columns.Length} cells are needed, not {cells.Length}.", nameof(cells));
        _rows.Add(cells);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text, columns);
        Write(text, [.. columns.Select((_, i) => i == 0 ? "---" : "---:")]);
        foreach (var row in _rows) Write(text, row);
        return text.ToString();
    }

    private static void Write(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
