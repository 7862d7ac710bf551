namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>
/// Finds the header of a delimited text: below titles, comments and blank lines, above the first row whose values are of the kinds that
/// the columns have further down.
/// </summary>
internal static class LayoutFinder
{
    private const int SampleLines = 2_000;

    /// <summary>Rows among which the header is looked for.</summary>
    private const int HeaderWithin = 30;

    /// <summary>Header rows at most.</summary>
    private const int MostHeaderRows = 4;

    /// <summary>Finds the layout.</summary>
    /// <param name="isWhole">Whether the text goes no further than the sample.</param>
    /// <param name="delimiter">The delimiter that its owner names, or null.</param>
    /// <param name="likely">The delimiter that is meant where others fit as well, or null.</param>
    /// <param name="headerLine">Physical line of the header that its owner names, or null.</param>
    public static TableLayout Find(ReadOnlySpan<char> text, bool isWhole, string? delimiter, char? likely, int? headerLine)
    {
        var mark = text.StartsWith("\uFEFF") ? 1 : 0;
        text = text[mark..];
        var hint = SeparatorHint.Of(text);
        var dialect = DialectDetector.Detect(text, isWhole, delimiter ?? hint, likely);
        var rows = SampleRows.Read(text, isWhole, dialect, SampleLines);
        if (hint is not null) rows.RemoveRange(0, rows.FindIndex(row => !row.IsBlank) + 1);
        var filled = rows.Where(row => !row.IsBlank).ToArray();
        if (filled.Length == 0) return TableLayout.Empty with { Dialect = dialect };

        var width = DialectScore.TypicalWidth(filled);
        for (var i = 0; i < Math.Min(filled.Length, HeaderWithin); i++)
            filled[i] = rows[rows.IndexOf(filled[i])] = Mended(filled[i], dialect, width);
        var kinds = ColumnKinds.Of(filled, width);
        var (first, count) = headerLine is { } line
            ? (Math.Max(0, Array.FindIndex(filled, row => row.Line >= line)), 1)
            : Place(filled, width, kinds);
        kinds = KindsOfTable(rows, filled[first + Math.Max(0, count - 1)], count > 0, width, kinds);
        var names = count == 0 ? Invented(Math.Max(width, filled[first].Cells.Length)) : HeaderNames.Of(filled.AsSpan(first, count));
        if (count > 0 && names.Length < width && IsBlankBeyond(filled[(first + count)..], names.Length))
            names = [.. names, .. Enumerable.Repeat("", width - names.Length)];
        return new TableLayout(
            dialect, filled[first].Line, count, names, kinds, first + (hint is null ? 0 : 1),
            count > 0 && filled[first].IsMalformed ? TableMessages.StrayQuote : null);
    }

    // The first row of the table and how many rows of it are header.
    private static (int First, int Count) Place(SampleRow[] rows, int width, CellKind[] kinds)
    {
        var within = Math.Min(rows.Length, HeaderWithin + 1);
        var body = Array.FindIndex(rows, 0, within, row => IsBody(row, width, kinds));
        if (body == 0) return HeaderNames.AreYears(rows[0]) ? (0, 1) : (0, 0);
        // Nothing but texts: the first row that is as full as the others.
        var limit = body < 0 ? within : body;
        var header = Array.FindIndex(rows, 0, limit, row => row.Cells.Length == width && IsFull(row, width));
        if (header < 0) header = Array.FindIndex(rows, 0, limit, row => IsFull(row, width));
        if (header < 0) header = Array.FindIndex(rows, 0, limit, row => row.Filled >= Math.Min(2, width));
        if (header < 0) return (Math.Max(0, limit - 1), 1);
        return body < 0 ? (header, 1) : WithNeighbours(rows, header, body);
    }

    private static bool IsBody(SampleRow row, int width, CellKind[] kinds)
    {
        var (hits, misses) = ColumnKinds.Compare(row, kinds);
        return hits > misses && (width == 1 || row.Cells.Length > 1);
    }

    private static bool IsFull(SampleRow row, int width) => row.Filled >= Math.Max(Math.Min(2, width), 0.6 * width) && !IsComment(row);

    // A header whose quotes are out of place is read as it is most likely meant; a row of data is judged where it is read.
    private static SampleRow Mended(SampleRow row, Dialect dialect, int width)
    {
        if (!row.IsMalformed) return row;
        var cells = QuoteMending.Split(row[0], dialect, width) ?? QuoteMending.Split(row[0], dialect, width - 1);
        return cells is null ? row : new SampleRow(row.Line, cells, IsMalformed: false, IsSpaced: null);
    }

    // The kinds down to the first gap: what stands below it may be another table.
    private static CellKind[] KindsOfTable(List<SampleRow> rows, SampleRow last, bool isHeader, int width, CellKind[] all)
    {
        var start = rows.IndexOf(last) + (isHeader ? 1 : 0);
        while (start < rows.Count && rows[start].IsBlank) start++;
        var gap = rows.FindIndex(start, row => row.IsBlank);
        var isSpaced = gap >= 0 && 4 * rows.Skip(start).Count(row => row.IsBlank) > rows.Count - start;
        return gap <= start || isSpaced ? all : ColumnKinds.OfBody(rows[start..gap], width);
    }

    // Values beyond the names that are white space: a delimiter at the end of each row, with something invisible after it.
    private static bool IsBlankBeyond(SampleRow[] rows, int width) =>
        rows.All(row => row.Cells.Skip(width).All(string.IsNullOrWhiteSpace))
            && rows.Any(row => row.Cells.Skip(width).Any(cell => cell.Length > 0));

    private static bool IsComment(SampleRow row) => row.Cells.Length == 1 && row[0].AsSpan().TrimStart() is ['#', ..] or ['/', '/', ..];

    // Rows that complete the header found: group names above it, further names below it.
    private static (int First, int Count) WithNeighbours(SampleRow[] rows, int header, int body)
    {
        var last = header;
        while (last + 1 < body && last - header < MostHeaderRows - 1
            && HeaderNames.Complete(rows.AsSpan(header, last + 1 - header), rows[last + 1]))
            last++;
        var first = header;
        while (first > 0 && last - first < MostHeaderRows - 1 && HeaderNames.Group(rows[first - 1], rows[first])) first--;
        return (first, last - first + 1);
    }

    private static string[] Invented(int width) => [.. Enumerable.Range(1, width).Select(number => $"column{number}")];
}
