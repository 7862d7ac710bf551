using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Formats.Dialects;
using CommunityDemand.Pipeline.Ingest.Surveys;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Ingest.Inspection.Proposals;

/// <summary>Proposes a mapping for a file.</summary>
internal static class MappingProposal
{
    /// <summary>The text of a mapping file; null where no column of the file means anything to a dataset.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="schema">The dataset that the file is; null to find the nearest.</param>
    /// <param name="wide">What its columns are, where they are values.</param>
    /// <param name="sheets">Names of the sheets that are read; empty where the file has none.</param>
    public static string? Of(
        string name, IReadOnlyList<SurveyedColumn> columns, DatasetSchema? schema, WideTable? wide, IReadOnlyList<string> sheets,
        MessageTexts texts)
    {
        var unpivoted = wide is null ? null : WideProposal.Of(name, columns, schema, wide, sheets);
        return (unpivoted ?? Plain(columns, schema, wide is null ? [] : [wide.Told])) is { } proposal
            ? ProposalText.Of(proposal, name, columns.Select(column => column.Name), texts)
            : null;
    }

    /// <summary>The column as its guess says it.</summary>
    public static ProposedColumn Of(ColumnGuess guess)
    {
        var why = guess.Similarity switch
        {
            >= 1 => null,
            > 0 => ProposalMessages.ByName(),
            _ => ProposalMessages.ByContent(),
        };
        return new ProposedColumn(ProposalText.Quoted(guess.From.Name), why) { Note = EitherOrder(guess) };
    }

    private static Proposal? Plain(IReadOnlyList<SurveyedColumn> columns, DatasetSchema? schema, IReadOnlyList<Message> notes)
    {
        schema ??= Nearest(columns);
        if (schema is null) return null;
        var guesses = ColumnGuess.Of(schema, columns);
        if (guesses.Count == 0) return null;
        var proposed = guesses.ToDictionary(guess => guess.Column.Name, Of);
        foreach (var column in schema.Columns.Where(column => column.IsNeededWithoutId && !proposed.ContainsKey(column.Name)))
        {
            if (!proposed.ContainsKey(schema.Columns[schema.IdIndex].Name))
                proposed[column.Name] = new ProposedColumn("{ \"constant\": 1 }", ProposalMessages.OneARow());
        }

        var headers = guesses.Select(guess => guess.From.Name).ToList();
        return new Proposal(schema, proposed, headers, headers.ToHashSet()) { Notes = notes };
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

    private static Message? EitherOrder(ColumnGuess guess)
    {
        if (guess.Column is not DayColumn || guess.From.Kind != CellKind.Date || !guess.From.Samples.Any(IsEitherOrder)) return null;
        return ProposalMessages.EitherOrder(Formatted("d/M/yyyy"), Formatted("M/d/yyyy"));

        string Formatted(string format) => $"{ProposalText.Quoted(guess.Column.Name)}: {{ \"from\": "
            + $"{ProposalText.Quoted(guess.From.Name)}, \"formats\": [\"{format}\"] }}";
    }

    private static bool IsEitherOrder(string text) => text.Contains('/') && !text.StartsWith("20", StringComparison.Ordinal);
}
