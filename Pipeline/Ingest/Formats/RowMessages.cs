using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>
/// Why a row can't be split into values, or a cell has none. Messages whose arguments are fixed exist once: rows are counted by the
/// million.
/// </summary>
internal static class RowMessages
{
    public static Message TooLong { get; } = new("row.too_long", ("most", ReadLimits.RowCharacters));

    public static Message NoObject { get; } = new("row.no_object");

    public static Message NoJson { get; } = new("row.no_json");

    public static Message TextAfterObject { get; } = new("row.text_after_object");

    public static Message TooManyNames { get; } = new("row.too_many_names", ("most", ReadLimits.Columns));

    public static Message NestedValue { get; } = new("row.nested_value");

    public static Message ErrorValue { get; } = new("row.error_value");

    public static Message FormulaWithoutResult { get; } = new("row.formula_without_result");

    public static Message NameTwice(string name) => new("row.name_twice", ("name", name));

    /// <param name="values">Values of the row.</param>
    /// <param name="column">Name of the first column that it lacks.</param>
    public static Message EndsEarly(int values, string column) => new("row.ends_early", ("count", values), ("column", column));

    public static Message TwoNames { get; } = new("row.two_names");

    public static Message TwiceEncoded { get; } = new("row.twice_encoded");
}
