using System.Text.Json;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Reading.Description;

/// <summary>The columns of a public table in one language, for programs that show them to people.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="RowIs">What one row is, in English.</param>
/// <param name="Columns">The columns, in the order that exports have.</param>
public sealed record TableColumns(string Table, string RowIs, IReadOnlyList<ShownColumn> Columns)
{
    /// <summary>All public tables.</summary>
    public static IReadOnlyList<TableColumns> In(Language language) => [.. PublicTables.All.Select(table => Of(table, language))];

    internal static TableColumns Of(PublicTable table, Language language) =>
        new(table.Name, table.RowIs, [.. table.Columns.Select(column => ShownColumn.Of(column, language))]);
}

/// <summary>A column in one language.</summary>
/// <param name="Name">Name in JSON and CSV.</param>
/// <param name="Type">Type of the values, as in docs/tables.md.</param>
/// <param name="Unit">Code of the unit; <c>none</c> for codes, names and bare figures.</param>
/// <param name="UnitName">What the unit is called; empty for none.</param>
/// <param name="IsSigned">Whether figures are differences, which people read with their sign.</param>
/// <param name="Label">The heading over the values; null for a column that the dashboard does not show.</param>
/// <param name="Help">What the values mean.</param>
/// <param name="Codes">The codes that the values are, each with its word; null for other values.</param>
public sealed record ShownColumn(
    string Name,
    string Type,
    string Unit,
    string UnitName,
    bool IsSigned,
    string? Label,
    string Help,
    IReadOnlyDictionary<string, string>? Codes)
{
    internal static ShownColumn Of(Column column, Language language)
    {
        var isChinese = language == Language.Chinese;
        var (english, chinese) = column.Unit.Name();
        return new ShownColumn(
            column.ApiName,
            TableReference.TypeOf(column.Kind),
            JsonNamingPolicy.CamelCase.ConvertName($"{column.Unit}"),
            isChinese ? chinese : english,
            column.IsSigned,
            isChinese ? column.Label?.Chinese : column.Label?.English,
            Plain(isChinese ? column.Chinese : column.English),
            column.Words is { } group ? MessageTexts.Of(language).Words(group) : null);
    }

    // Meanings may have Markdown's marks of code, which mean nothing beside a heading.
    private static string Plain(string meaning) => meaning.Replace("`", "", StringComparison.Ordinal);
}
