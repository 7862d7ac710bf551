namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>
/// Splits a line whose quotes are out of place into the number of values that the header asks for, where that can be done.
/// </summary>
internal static class QuoteMending
{
    private const int MostSteps = 2_000;

    /// <summary>The values of a line, or null.</summary>
    public static string[]? Split(ReadOnlySpan<char> line, Dialect dialect, int width)
    {
        if (dialect.Quote is not { } quote || width < 2) return null;
        var cells = new List<string>();
        var steps = 0;
        return Take(line.ToString(), 0) ? [.. cells] : null;

        bool Take(string text, int at)
        {
            if (++steps > MostSteps || cells.Count == width) return false;
            foreach (var end in Ends(text, at, dialect, quote))
            {
                cells.Add(ValueOf(text, at, end, dialect, quote));
                if (end == text.Length ? cells.Count == width : Take(text, end + dialect.Delimiter.Length)) return true;
                cells.RemoveAt(cells.Count - 1);
            }

            return false;
        }
    }

    // Where a value may end: at the next delimiter, and where it begins with a quote first at each delimiter that follows a quote.
    private static IEnumerable<int> Ends(string text, int at, Dialect dialect, char quote)
    {
        var opens = text.AsSpan(at).TrimStart(' ') is [var first, ..] && first == quote;
        var next = NextDelimiter(text, at, dialect);
        if (!opens)
        {
            yield return next;
            yield break;
        }

        var start = text.IndexOf(quote, at) + 1;
        for (var end = next; ; end = NextDelimiter(text, end + 1, dialect))
        {
            var inside = end > start ? text.AsSpan(start, end - start).TrimEnd(' ') : default;
            if (inside is [.., var last] && last == quote) yield return end;
            if (end == text.Length) break;
        }

        yield return next;
    }

    private static string ValueOf(string text, int at, int end, Dialect dialect, char quote)
    {
        var value = text.AsSpan(at, end - at);
        if (dialect.SpaceFollows && value is [' ', ..]) value = value[1..];
        var inner = value.Trim(' ');
        return inner.Length > 1 && inner[0] == quote && inner[^1] == quote ? Unescaping.Of(inner[1..^1], dialect) : value.ToString();
    }

    private static int NextDelimiter(string text, int at, Dialect dialect)
    {
        var next = at > text.Length ? -1 : text.IndexOf(dialect.Delimiter, at, StringComparison.Ordinal);
        return next < 0 ? text.Length : next;
    }
}
