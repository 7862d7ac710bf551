using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Formats.Dialects;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>Proposes a mapping for a file, with comments for the person who checks it.</summary>
internal static class MappingProposal
{
    private const int MostPassedOver = 40;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a mapping file; null where no column of the file means anything to a dataset.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="schema">The dataset that the file is; null to find the nearest.</param>
    /// <param name="notes">What is noticed of the table.</param>
    public static string? Of(string name, IReadOnlyList<SurveyedColumn> columns, DatasetSchema? schema, IEnumerable<Message> notes)
    {
        schema ??= Nearest(columns);
        if (schema is null) return null;
        var guesses = ColumnGuess.Of(schema, columns);
        if (guesses.Count == 0) return null;
        var text = new StringBuilder("{\n");
        text.Append($"  // Proposed for {Comment(name)}: check each line, then ingest the file together with this mapping.\n");
        foreach (var note in notes) text.Append($"  // {Comment(MessageTexts.English.Render(note))}\n");
        text.Append($"  \"dataset\": {Quoted(schema.Name)},\n");
        text.Append($"  \"match\": {{ \"headers\": [{string.Join(", ", guesses.Select(guess => Quoted(guess.From.Name)))}] }},\n");
        text.Append("  \"columns\": {\n");
        foreach (var column in schema.Columns) text.Append(LineOf(column, guesses, schema));
        text.Append("  }\n");
        var rest = columns.Where(column => guesses.All(guess => guess.From != column)).Select(column => column.Name).ToList();
        if (rest.Count > 0) text.Append($"  // No column takes: {Comment(string.Join(", ", rest.Take(MostPassedOver)))}\n");
        return text.Append("}\n").ToString();
    }

    // The dataset of whose needs most are met; of several the one that knows most columns by name.
    private static DatasetSchema? Nearest(IReadOnlyList<SurveyedColumn> columns) => DatasetCatalogue.All.Values
        .Select(schema => (Schema: schema, Guesses: ColumnGuess.Of(schema, columns)))
        .Where(pair => pair.Guesses.Any(guess => guess.Similarity > 0))
        .OrderByDescending(pair => ShareOfNeeds(pair.Schema, pair.Guesses))
        .ThenByDescending(pair => pair.Guesses.Sum(guess => guess.Similarity))
        .ThenByDescending(pair => pair.Schema.IsSummed)
        .ThenBy(pair => pair.Schema.Name, StringComparer.Ordinal)
        .FirstOrDefault().Schema;

    private static double ShareOfNeeds(DatasetSchema schema, IReadOnlyList<ColumnGuess> guesses)
    {
        var needed = schema.Columns.Where(column => column.Required).ToList();
        return needed.Count == 0 ? 0 : (double)needed.Count(column => guesses.Any(guess => guess.Column == column)) / needed.Count;
    }

    private static string LineOf(Column column, IReadOnlyList<ColumnGuess> guesses, DatasetSchema schema)
    {
        var meaning = $"{column.English}{(column.Required ? ", needed" : "")}";
        if (guesses.FirstOrDefault(guess => guess.Column == column) is not { } guess)
        {
            return column.IsNeededWithoutId && !guesses.Any(one => one.Column == schema.Columns[schema.IdIndex])
                ? $"    {Quoted(column.Name)}: {{ \"constant\": 1 }}, // {meaning}: no column has it, so that each row counts as one\n"
                : $"    // {Quoted(column.Name)}: \"?\", // {meaning}\n";
        }

        var why = guess.Similarity switch
        {
            >= 1 => "",
            > 0 => ": by its name, check it",
            _ => ": by its content alone, check it",
        };
        var formats = column is DayColumn && guess.From.Kind == CellKind.Date && guess.From.Samples.Any(IsEitherOrder)
            ? $"    // Where no date of the file tells whether the day stands first, write {Quoted(column.Name)}: {{ \"from\": "
                + $"{Quoted(guess.From.Name)}, \"formats\": [\"d/M/yyyy\"] }} or [\"M/d/yyyy\"].\n"
            : "";
        return $"{formats}    {Quoted(column.Name)}: {Quoted(guess.From.Name)}, // {meaning}{why}\n";
    }

    private static bool IsEitherOrder(string text) => text.Contains('/') && !text.StartsWith("20", StringComparison.Ordinal);

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Readable);

    // A comment ends with its line.
    private static string Comment(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
