namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>Splits the beginning of a text into rows, exactly as it will be read.</summary>
internal static class SampleRows
{
    private const int MostFields = 16_384;

    /// <summary>Reads rows.</summary>
    /// <param name="isWhole">Whether the text goes no further than the sample.</param>
    /// <param name="most">Rows at most.</param>
    public static List<SampleRow> Read(ReadOnlySpan<char> text, bool isWhole, Dialect dialect, int most)
    {
        var rows = new List<SampleRow>();
        var row = new DelimitedRow(dialect, MostFields);
        long line = 1;
        while (!text.IsEmpty && rows.Count < most)
        {
            // The last row of a sample that was cut is not a row, unless there is no other.
            var outcome = row.Scan(text, ended: isWhole);
            if (outcome == DelimitedRow.Outcome.NeedsMore)
            {
                if (rows.Count > 0) break;
                outcome = row.Scan(text, ended: true);
            }

            if (outcome == DelimitedRow.Outcome.Whole)
            {
                rows.Add(new SampleRow(line, CellsOf(text, row, dialect), IsMalformed: false, IsSpaced(text, row)));
                text = text[row.Whole..];
                line += row.Lines;
                continue;
            }

            var first = FirstLine(text, out var next);
            rows.Add(new SampleRow(line++, [first.ToString()], IsMalformed: true, IsSpaced: null));
            text = text[next..];
        }

        return rows;
    }

    /// <summary>The first physical line of a text.</summary>
    /// <param name="next">Where the second one begins.</param>
    public static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text, out int next)
    {
        var end = text.IndexOfAny('\r', '\n');
        next = end < 0 ? text.Length : text[end..].StartsWith("\r\n") ? end + 2 : end + 1;
        return end < 0 ? text : text[..end];
    }

    private static string[] CellsOf(ReadOnlySpan<char> text, DelimitedRow row, Dialect dialect)
    {
        var cells = new string[row.Fields.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var field = row.Fields[i];
            var raw = text.Slice(field.Start, field.Length);
            cells[i] = field.HasEscapes ? Unescaping.Of(raw, dialect) : raw.ToString();
        }

        return cells;
    }

    private static bool? IsSpaced(ReadOnlySpan<char> text, DelimitedRow row)
    {
        bool? spaced = null;
        foreach (var field in row.Fields[Math.Min(1, row.Fields.Length)..])
        {
            if (field.Length == 0 && !field.IsQuoted) continue;
            var first = field.IsQuoted ? field.Start - 2 : field.Start;
            if (text[first] != ' ') return false;
            spaced = true;
        }

        return spaced;
    }
}
