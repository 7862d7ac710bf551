using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>What an inspection tells beside what ingest tells.</summary>
internal static class InspectionMessages
{
    /// <summary>Why a file is a dataset: a mapping says so.</summary>
    public static Message ByMapping(string mapping) => new("inspect.by_mapping", ("mapping", mapping));

    /// <summary>Why a file is a dataset: its header names the columns.</summary>
    /// <param name="columns">Each as <see cref="Named"/> has it.</param>
    public static Message ByHeader(IEnumerable<Message> columns) => new("inspect.by_header", ("columns", columns));

    /// <param name="column">The dataset's column.</param>
    /// <param name="header">The header that means it.</param>
    public static Message Named(string column, string header) => new("inspect.named", ("column", column), ("header", header));

    /// <summary>Why a file is a dataset: its name begins so, and its header fits none.</summary>
    public static Message ByName() => new("inspect.by_name");

    /// <param name="why">What is wrong with the line.</param>
    public static Message OnLine(long line, Message why) => new("inspect.on_line", ("line", line), ("why", why));

    /// <param name="text">The text as the file has it.</param>
    /// <param name="why">Why the text is no value of the column.</param>
    public static Message InColumn(string column, string text, Message why) =>
        new("inspect.in_column", ("column", column), ("text", text), ("why", why));

    /// <param name="text">The text as the file has it.</param>
    public static Message UnreadDay(string column, string text) => new("inspect.unread_day", ("column", column), ("text", text));

    /// <summary>Of a row that holds for a part of a city, in a calendar of all series.</summary>
    public static Message ScopedDay() => new("inspect.scoped_day");
}
