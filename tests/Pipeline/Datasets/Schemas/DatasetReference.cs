using System.Globalization;
using System.Text;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Tables;
using Column = CommunityDemand.Pipeline.Datasets.Schemas.Column;

namespace CommunityDemand.Tests.Pipeline.Datasets.Schemas;

/// <summary>The datasets as docs/uploads.md describes them.</summary>
internal static class DatasetReference
{
    /// <summary>A section of the reference.</summary>
    public static string Markdown(DatasetSchema schema)
    {
        var text = new StringBuilder($"### {schema.Name}\n\nA row is {schema.RowIs}.{Sameness(schema)}\n\n");
        text.Append("| column | kind | unit | other names | meaning | 含义 |\n|---|---|---|---|---|---|\n");
        foreach (var column in schema.Columns)
        {
            var needed = column.Required || column.IsNeededWithoutId;
            var name = needed ? $"**{column.Name}**" : column.Name;
            var meaning = column.English + Empty(schema, column);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {name} | {Kind(column)} |{Cell(column.Unit.Name().English)} |{Cell(string.Join(", ", column.Aliases))} | {meaning} "
                    + $"| {column.Chinese} |\n");
        }

        return text.ToString();
    }

    private static string Sameness(DatasetSchema schema)
    {
        var key = string.Join(", ", schema.Key.Select(place => schema.Columns[place].Name));
        if (key.Length > 0) return $" Key: {key}.";
        return schema.IdIndex >= 0 ? $" Id: {schema.Columns[schema.IdIndex].Name}." : "";
    }

    private static string Empty(DatasetSchema schema, Column column)
    {
        if (column.IsNeededWithoutId) return $"; {column.Default} where empty, if the row has an {schema.Columns[schema.IdIndex].Name}";
        if (column.Default is not null) return $"; `{column.Default}` where empty";
        return column.NotBefore is { } from ? $"; not before {schema.Columns[schema.PlaceOf(from)].Name}" : "";
    }

    private static string Kind(Column column) => column switch
    {
        TextColumn { MaxLength: TextColumn.KeyLength } => "text",
        TextColumn text => string.Create(CultureInfo.InvariantCulture, $"text, up to {text.MaxLength:#,0} characters"),
        NumberColumn { Max: NumberColumn.DefaultMax } => "number",
        NumberColumn number => string.Create(CultureInfo.InvariantCulture, $"number, up to {number.Max:#,0}"),
        ScoreColumn => "score",
        DayColumn { Latest: DayBound.Tomorrow } => "date",
        DayColumn { Latest: DayBound.Planned } => "date, also planned",
        DayColumn => "date, however late",
        FlagColumn => "yes or no",
        ChoiceColumn choice => string.Join("; ", choice.Choices.Select(one => Choice(one.Key, one.Value))),
        CodeColumn code => string.Join("; ", code.Spellings.Select(one => Choice(one[0], one.Skip(1)))),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private static string Choice(string word, IEnumerable<string> synonyms) => $"`{word}` ({string.Join(", ", synonyms)})";

    private static string Cell(string text) => text.Length == 0 ? "" : $" {text}";
}
