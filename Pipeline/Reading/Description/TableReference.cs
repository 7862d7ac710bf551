using System.Text;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Reading.Description;

/// <summary>The columns of the public tables, described for people: what docs/tables.md and the command line show.</summary>
public static class TableReference
{
    /// <summary>Heading of a column table in the reference.</summary>
    public const string Heading = "| column | type | unit | meaning |";

    /// <summary>The columns of a table, in the order that exports have.</summary>
    /// <param name="table">Name of a public table, in any case.</param>
    /// <exception cref="ArgumentException">There is no such table; the message says which there are.</exception>
    public static IReadOnlyList<ColumnDescription> Of(string table) => [.. Find(table).Columns.Select(Describe)];

    /// <summary>The same as a Markdown table.</summary>
    /// <exception cref="ArgumentException">There is no such table; the message says which there are.</exception>
    public static string Markdown(string table)
    {
        var text = new StringBuilder(Heading).Append("\n|---|---|---|---|\n");
        foreach (var column in Of(table))
        {
            var unit = column.Unit.Length > 0 ? $" {column.Unit}" : "";
            text.Append($"| {column.Name} | {column.Type} |{unit} | {column.English.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }

        return text.ToString();
    }

    private static PublicTable Find(string table) => PublicTables.Find(table)
        ?? throw new ArgumentException(
            $"There is no table '{table}'. Use {string.Join(", ", PublicTables.All.Select(known => known.Name))}.", nameof(table));

    private static ColumnDescription Describe(Column column)
    {
        var (english, chinese) = column.Unit.Name();
        return new ColumnDescription(column.Name, TypeOf(column.Kind), english, chinese, column.English, column.Chinese);
    }

    internal static string TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => "text",
        ColumnKind.Number => "number",
        ColumnKind.Integer => "integer",
        ColumnKind.Day => "day",
        ColumnKind.Instant => "instant",
        ColumnKind.Flag => "true or false",
        ColumnKind.Message => "message",
        ColumnKind.Messages => "messages",
        ColumnKind.MessageRows => "messages with rows",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

/// <summary>One column of a public table, described for people.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Type">
/// Type of the values: <c>text</c>, <c>number</c>, <c>integer</c>, <c>day</c>, <c>instant</c>, <c>true or false</c>.
/// </param>
/// <param name="Unit">Unit of the values, in English; empty for none.</param>
/// <param name="UnitChinese">Unit of the values, in Chinese.</param>
/// <param name="English">Meaning, in English.</param>
/// <param name="Chinese">Meaning, in Chinese.</param>
public sealed record ColumnDescription(string Name, string Type, string Unit, string UnitChinese, string English, string Chinese);
