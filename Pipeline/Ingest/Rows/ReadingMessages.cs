using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Values;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>What was assumed of the values of a file, and what the file does not tell.</summary>
internal static class ReadingMessages
{
    /// <param name="example">A number that has two meanings.</param>
    /// <param name="evidence">A number of the file that has one.</param>
    public static Message Numbers(NumberStyle style, string example, string? evidence) => evidence is null
        ? GuessedNumbers(style, example)
        : new(style == NumberStyle.Comma ? "reading.comma" : "reading.point", ("example", example), ("evidence", evidence));

    public static Message GuessedNumbers(NumberStyle style, string example) =>
        new(style == NumberStyle.Comma ? "reading.guessed_comma" : "reading.guessed_point", ("example", example));

    /// <param name="evidence">A date of the column that has one meaning.</param>
    public static Message DayOrder(string column, DayOrder order, string evidence) => new(
        order == Datasets.Values.DayOrder.DayFirst ? "reading.day_first" : "reading.month_first", ("column", column),
        ("evidence", evidence));

    public static Message MixedDays(string column, string dayFirst, string monthFirst) =>
        new("reading.mixed_days", ("column", column), ("dayFirst", dayFirst), ("monthFirst", monthFirst));

    public static Message Serials(string column) => new("reading.serials", ("column", column));

    public static Message Minguo(string column) => new("reading.minguo", ("column", column));

    public static Message Offsets(string column) => new("reading.offsets", ("column", column));

    /// <param name="count">Spellings that were joined with another.</param>
    /// <param name="examples">Some of them, each as <see cref="JoinedKey"/> has it.</param>
    public static Message JoinedKeys(string column, int count, IEnumerable<Message> examples) =>
        new("reading.joined_keys", ("column", column), ("count", count), ("examples", examples));

    /// <param name="count">Spellings of keys that count as those of other files, or the other way round.</param>
    /// <param name="examples">Some of them, each as <see cref="JoinedKey"/> has it.</param>
    public static Message JoinedOverFiles(int count, IEnumerable<Message> examples) =>
        new("reading.joined_over_files", ("count", count), ("examples", examples));

    /// <param name="text">A key as the file has it.</param>
    /// <param name="spelling">The key as it counts.</param>
    public static Message JoinedKey(string text, string spelling) => new("reading.joined_key", ("text", text), ("spelling", spelling));

    /// <param name="count">Groups of keys that look alike.</param>
    /// <param name="examples">Some of them, each as <see cref="Alike"/> has it.</param>
    public static Message SimilarKeys(string column, int count, IEnumerable<Message> examples) =>
        new("reading.similar_keys", ("column", column), ("count", count), ("examples", examples));

    /// <param name="count">Pairs of names that differ by a letter or two.</param>
    /// <param name="examples">Some of them, each as <see cref="AreSimilar"/> has it.</param>
    public static Message SimilarNames(string column, int count, IEnumerable<Message> examples) =>
        new("reading.similar_names", ("column", column), ("count", count), ("examples", examples));

    public static Message AreSimilar(string rarer, long rarerRows, string usual, long usualRows) =>
        new("reading.are_similar", ("rarer", rarer), ("rarerRows", rarerRows), ("usual", usual), ("usualRows", usualRows));

    public static Message Alike(IReadOnlyList<string> keys) => new("reading.alike", ("keys", keys));
}
