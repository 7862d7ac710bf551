namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>
/// Finds the header among the first rows of a table: titles, remarks and lines such as <c>Made by: X</c> may stand above it.
/// </summary>
internal static class HeaderRowFinder
{
    /// <summary>Rows that may stand above a header, and the header.</summary>
    public const int SampleRows = 30;

    private const int FewestNames = 2;

    /// <param name="rows">The first rows, those that are blank included; at most <see cref="SampleRows"/> are looked at.</param>
    /// <param name="isName">Whether a text is the name of a column that some dataset has.</param>
    /// <returns>Index of the header; -1 where no row has two cells.</returns>
    public static int Find(IReadOnlyList<string[]> rows, Func<string, bool> isName)
    {
        var shapes = rows.Take(SampleRows).Select(row => RowShape.Of(row, isName)).ToArray();
        var named = Array.FindIndex(shapes, shape => shape.Names >= FewestNames && shape.Names * 3 >= shape.Filled);
        if (named >= 0) return named;

        var width = shapes.Select(shape => shape.Filled).DefaultIfEmpty().Max();
        var first = Array.FindIndex(shapes, shape => shape.Filled >= 2 && shape.Filled * 2 > width && !shape.IsRemark);
        return first < 0 ? -1 : Wider(shapes, first, width) ?? first;
    }

    /// <summary>Whether a row has the names of two columns that a dataset knows.</summary>
    public static bool HasNames(IEnumerable<string> row, Func<string, bool> isName) => row.Where(isName).Distinct().Count() >= FewestNames;

    // A title of several cells: below it, before any value, stands a row of texts as wide as the table.
    private static int? Wider(RowShape[] shapes, int first, int width)
    {
        if (shapes[first].Filled == width) return null;
        for (var i = first; i < shapes.Length - 1 && shapes[i].Values == 0; i++)
        {
            if (shapes[i].Filled == width && shapes[i + 1].Values > 0) return i;
        }

        return null;
    }

    /// <param name="Filled">Cells that are not blank.</param>
    /// <param name="Names">Different names of columns.</param>
    /// <param name="Values">Cells that begin as numbers and dates do.</param>
    /// <param name="IsRemark">Whether the row begins with # or has a cell that ends with a colon.</param>
    private readonly record struct RowShape(int Filled, int Names, int Values, bool IsRemark)
    {
        public static RowShape Of(string[] row, Func<string, bool> isName)
        {
            var cells = row.Select(cell => cell.Trim()).Where(cell => cell.Length > 0).ToArray();
            return new RowShape(
                cells.Length,
                cells.Where(isName).Distinct().Count(),
                cells.Count(IsValue),
                cells.Length > 0 && (cells[0][0] == '#' || cells.Any(cell => cell[^1] is ':' or '：')));
        }

        private static bool IsValue(string cell) =>
            char.IsAsciiDigit(cell[0]) || (cell.Length > 1 && cell[0] is '-' or '+' or '.' && char.IsAsciiDigit(cell[1]));
    }
}
