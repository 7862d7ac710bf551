using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>What had to be assumed to read a file.</summary>
internal static class AssumptionMessages
{
    public static Message Unpacked(string entry) => new("assumed.unpacked", ("entry", ShownName.Of(entry)));

    /// <param name="count">Cells without a value that can be read.</param>
    /// <param name="line">Line of the first of them.</param>
    /// <param name="why">What is wrong with the first.</param>
    public static Message UnreadableCells(long count, long line, Message why) =>
        new("assumed.unreadable_cells", ("count", count), ("line", line), ("why", why));

    public static Message EmptyTable() => new("assumed.empty_table");

    public static Message Encoding(string name) => new("assumed.encoding", ("name", name));

    public static Message BrokenText() => new("assumed.broken_text");

    public static Message Twice() => new("assumed.twice");

    public static Message Tabs() => new("assumed.tabs");

    public static Message Spaces() => new("assumed.spaces");

    public static Message Delimiter(string delimiter) => new("assumed.delimiter", ("delimiter", delimiter));

    public static Message Above(int count, long line) => new("assumed.above", ("count", count), ("line", line));

    public static Message HeaderOfRows(int rows, long line) => new("assumed.header_of_rows", ("rows", rows), ("line", line));

    public static Message HeaderInvented() => new("assumed.header_invented");
}
