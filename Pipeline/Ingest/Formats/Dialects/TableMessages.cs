using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>Why a row of delimited text is not taken.</summary>
internal static class TableMessages
{
    public static Message HeaderAgain { get; } = new("row.header_again");

    public static Message Note { get; } = new("row.note");

    public static Message StrayQuote { get; } = new("row.open_quote");

    public static Message SecondTable(long line) => new("row.second_table", ("line", line));

    public static Message TooMany(int count) => new("row.extra_values", ("count", count));

    public static Message TooFew(int count) => new("row.too_few_values", ("count", count));
}
