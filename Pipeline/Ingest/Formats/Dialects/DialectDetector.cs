namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>
/// Finds the dialect of a text by what it makes of it: of all that may be meant, the one whose rows are of one width and whose values look
/// like values (the idea of G. van den Burg, A. Nazábal, C. Sutton, Wrangling messy CSV files by detecting row and type patterns, 2019).
/// </summary>
internal static class DialectDetector
{
    private const int SampleCharacters = 1 << 16;
    private const int SampleLines = 300;

    private const string Delimiters = ",;\t| :~^&#";

    /// <summary>Finds the dialect.</summary>
    /// <param name="isWhole">Whether the text goes no further than the sample.</param>
    /// <param name="hint">The delimiter that the text itself or its owner names, or null.</param>
    /// <param name="likely">The delimiter that is meant where others fit as well, or null.</param>
    public static Dialect Detect(ReadOnlySpan<char> text, bool isWhole, string? hint, char? likely)
    {
        if (text.Length > SampleCharacters)
        {
            text = text[..SampleCharacters];
            isWhole = false;
        }

        var best = Dialect.Csv with { Delimiter = hint ?? likely?.ToString() ?? "," };
        var bestScore = -1.0;
        foreach (var delimiter in hint is null ? Delimiters.Select(c => c.ToString()) : [hint])
        {
            if (!text.Contains(delimiter, StringComparison.Ordinal)) continue;
            foreach (var candidate in Candidates(delimiter, text))
            {
                var score = DialectScore.Of(SampleRows.Read(text, isWhole, candidate, SampleLines), candidate);
                if (likely == delimiter[0] && delimiter.Length == 1) score *= 1.3;
                if (score <= bestScore) continue;
                (best, bestScore) = (candidate, score);
            }
        }

        return hint is null ? Widened(best, SampleRows.Read(text, isWhole, best, SampleLines)) : best;
    }

    private static List<Dialect> Candidates(string delimiter, ReadOnlySpan<char> text)
    {
        var candidates = new List<Dialect> { new(delimiter) };
        if (text.Contains("\\\"", StringComparison.Ordinal)) candidates.Add(new Dialect(delimiter, '"', '\\'));
        if (text.Contains($"{delimiter}'", StringComparison.Ordinal) || text.Contains($"'{delimiter}", StringComparison.Ordinal))
        {
            candidates.Add(new Dialect(delimiter, '\''));
            if (text.Contains("\\'", StringComparison.Ordinal)) candidates.Add(new Dialect(delimiter, '\'', '\\'));
        }

        return candidates;
    }

    // A delimiter of two characters leaves every second value empty, one with a space every value with a space before it.
    private static Dialect Widened(Dialect dialect, List<SampleRow> rows)
    {
        var wide = rows.Where(row => row.Cells.Length > 1).ToArray();
        if (wide.Length == 0) return dialect;
        if (
            wide.Length > 1
                && wide.All(row => row.Cells.Length % 2 == 1 && row.Cells.Where((_, i) => i % 2 == 1).All(cell => cell.Length == 0))
            && wide.Any(row => row.Filled > 1))
        {
            return dialect with { Delimiter = dialect.Delimiter + dialect.Delimiter };
        }

        var spaced = dialect.Delimiter != " " && wide.Any(row => row.IsSpaced == true) && !wide.Any(row => row.IsSpaced == false);
        return dialect with { SpaceFollows = spaced };
    }
}
