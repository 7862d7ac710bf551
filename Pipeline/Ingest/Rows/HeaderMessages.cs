using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Why a file's columns are not a dataset's.</summary>
internal static class HeaderMessages
{
    /// <param name="missing">The column, or the columns of which one must be there.</param>
    /// <param name="header">The header as <see cref="HeaderBinding.Shown"/> has it.</param>
    /// <param name="needed">All columns that every row needs.</param>
    public static Message Lacks(Message missing, string header, string dataset, IReadOnlyList<Message> needed) =>
        new("header.lacks", ("missing", missing), ("header", header), ("dataset", dataset), ("needed", needed));

    public static Message Column(string name) => new("header.column", ("name", name));

    /// <param name="chinese">The column's name in Chinese.</param>
    public static Message ColumnInBoth(string name, string chinese) => new("header.column_in_both", ("name", name), ("chinese", chinese));

    public static Message OneOf(IEnumerable<string> columns) => new("header.one_of", ("columns", columns));

    /// <param name="first">Number of the first column, from 1.</param>
    /// <param name="second">Number of the second column, from 1.</param>
    public static Message Twice(int first, string firstName, int second, string secondName, string column) => new(
        "header.twice", ("first", first), ("firstName", firstName), ("second", second), ("secondName", secondName), ("column", column));

    /// <summary>Of a file of which nothing tells the dataset.</summary>
    public static Message FitsNothing(string header, IEnumerable<string> datasets) =>
        new("header.fits_nothing", ("header", header), ("datasets", datasets));
}
