using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>Why a text is no value of a column. Messages whose arguments are fixed exist once: rows are counted by the million.</summary>
internal static class ValueMessages
{
    public static Message Missing { get; } = new("value.missing");

    /// <summary>Of a key that says that nobody knows it.</summary>
    public static Message Placeholder { get; } = new("value.placeholder");

    public static Message Formula { get; } = new("value.formula");

    public static Message NotANumber { get; } = new("value.not_a_number");

    public static Message DoubtfulNumber { get; } = new("value.doubtful_number");

    public static Message NotWhole { get; } = new("value.not_whole");

    public static Message LooksLikeDay { get; } = new("value.looks_like_day");

    public static Message Negative { get; } = new("value.negative");

    public static Message NotAScore { get; } = new("value.not_a_score");

    public static Message NotADate { get; } = new("value.not_a_date");

    public static Message DoubtfulDay { get; } = new("value.doubtful_day");

    public static Message Period { get; } = new("value.period");

    public static Message RoundedId { get; } = new("value.rounded_id");

    public static Message TooEarly { get; } = new("value.too_early", ("first", new DateOnly(ParseContext.FirstYear, 1, 1)));

    public static Message TooLate { get; } = new("value.too_late");

    public static Message NeitherYesNorNo { get; } = new("value.neither_yes_nor_no");

    public static Message NotDecoded { get; } = new("value.not_decoded");

    public static Message ControlCharacter { get; } = new("value.control_character");

    public static Message TooLong(int most) => new("value.too_long", ("most", most));

    public static Message TooLarge(double most) => new("value.too_large", ("most", most));

    /// <param name="column">Name of the column that has the earlier day.</param>
    public static Message Before(string column) => new("value.before", ("column", column));

    /// <param name="words">Words that the column takes.</param>
    public static Message NotOneOf(IEnumerable<string> words) => new("value.not_one_of", ("words", words));
}
