using System.Globalization;
using System.Text;
using HtmlAgilityPack;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>The cells of one table of a web page, in the columns where a browser shows them.</summary>
/// <param name="Name">Of its caption; null where there is none.</param>
/// <param name="Rows">Texts by column, and whether the row is hidden.</param>
/// <param name="Merged">Cells that span rows or columns.</param>
internal sealed record HtmlTable(string? Name, IReadOnlyList<(string[] Cells, bool IsHidden)> Rows, IReadOnlyList<MergedRange> Merged)
{
    private const int MostSpan = 1_000;

    public static HtmlTable Of(HtmlNode table)
    {
        var rows = new List<(string[], bool)>();
        var merged = new List<MergedRange>();
        // Columns that a cell of an earlier row reaches into, and the last row that it reaches.
        var taken = new Dictionary<int, int>();
        foreach (var row in Own(table, "tr"))
        {
            var cells = new List<string>();
            var number = rows.Count + 1;
            var column = 0;
            foreach (var cell in row.ChildNodes.Where(node => node.Name is "td" or "th"))
            {
                while (taken.TryGetValue(column, out var last) && last >= number) column++;
                var (down, across) = (Span(cell, "rowspan"), Span(cell, "colspan"));
                if (column + across > SheetRows.LastColumn) throw new UnreadableUploadException(FileMessages.TooManyColumns());
                while (cells.Count <= column) cells.Add("");
                cells[column] = Text(cell);
                if (down * across > 1) merged.Add(new MergedRange(number, number + down - 1, column, column + across - 1));
                for (var i = 0; i < across; i++) taken[column + i] = number + down - 1;
                column += across;
            }

            rows.Add(([.. cells], IsHidden(row)));
        }

        var caption = table.ChildNodes.FirstOrDefault(node => node.Name == "caption");
        return new HtmlTable(caption is null ? null : Text(caption), rows, merged);
    }

    // Rows of a table inside a cell belong to that table.
    private static IEnumerable<HtmlNode> Own(HtmlNode node, string name)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child.Name == name) yield return child;
            if (child.Name is "table" or "td" or "th") continue;
            foreach (var inner in Own(child, name)) yield return inner;
        }
    }

    private static int Span(HtmlNode cell, string attribute) =>
        int.TryParse(cell.GetAttributeValue(attribute, "1"), NumberStyles.None, CultureInfo.InvariantCulture, out var span)
            ? Math.Clamp(span, 1, MostSpan)
            : 1;

    private static bool IsHidden(HtmlNode row) =>
        row.GetAttributeValue("style", "").Replace(" ", "", StringComparison.Ordinal).Contains(
            "display:none", StringComparison.OrdinalIgnoreCase);

    // White space counts as one space, and a line break of the page as a line break.
    private static string Text(HtmlNode cell)
    {
        var text = new StringBuilder();
        Append(cell, text);
        return string.Join(
            '\n', text.ToString().Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))))
            .Trim();
    }

    private static void Append(HtmlNode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child.NodeType == HtmlNodeType.Text)
                text.Append(HtmlEntity.DeEntitize(child.InnerText).ReplaceLineEndings(" ").Replace('\t', ' ').Replace('\u00A0', ' '));
            else if (child.Name == "br") text.Append('\n');
            else if (child.NodeType == HtmlNodeType.Element && child.Name is not ("table" or "script" or "style")) Append(child, text);
        }
    }
}
