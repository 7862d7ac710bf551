namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>Why a row of delimited text is not taken.</summary>
internal static class TableMessages
{
    public const string HeaderAgain = "the header line again";

    public const string Note = "a note instead of a row";

    public const string StrayQuote = "quote that does not close, or text after a closing quote";

    public static string SecondTable(long line) => $"belongs to a second table, which begins on line {line}: put it into a file of its own";

    public static string TooMany(int width) => $"more values than the header's {width} columns";

    public static string TooFew(int width) => $"fewer values than the header's {width} columns, in columns of another kind";
}
