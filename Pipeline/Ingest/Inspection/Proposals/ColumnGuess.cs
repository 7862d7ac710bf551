using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Formats.Dialects;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Ingest.Surveys;
using F23.StringSimilarity;

namespace CommunityDemand.Pipeline.Ingest.Inspection.Proposals;

/// <summary>A guess at the column of a file that a dataset's column may come from.</summary>
/// <param name="Column">The dataset's column.</param>
/// <param name="From">The file's column.</param>
/// <param name="Similarity">How alike the names are, 0 to 1; 0 where only the content speaks for it.</param>
internal sealed record ColumnGuess(Column Column, SurveyedColumn From, double Similarity)
{
    /// <summary>Names from which on two words are one, spelt otherwise: transposed letters and other endings.</summary>
    private const double Alike = 0.88;

    private const int ShortestWord = 4;

    // Codes may be figures, but figures under a name that is merely like a code's are none.
    private bool CanTake => Column switch
    {
        DayColumn => From.Kind is CellKind.Date or CellKind.Number,
        NumberColumn or ScoreColumn => From.Kind == CellKind.Number,
        TextColumn => From.Kind == CellKind.Text || Similarity >= 1,
        _ => From.Samples.All(text => Column.Parse(text, NoContext, out _) is null),
    };

    // Words are read without one.
    private static ParseContext NoContext => new(UsageFact.Schema, DateOnly.MinValue, ValueStyles.Unknown);

    /// <summary>Guesses of a dataset's columns, each column of the file once: by names first, then by content.</summary>
    /// <param name="isWide">Whether a key has one row, because its figures stand beside one another.</param>
    public static IReadOnlyList<ColumnGuess> Of(DatasetSchema schema, IReadOnlyList<SurveyedColumn> columns, bool isWide = false)
    {
        var guesses = new List<ColumnGuess>();
        var left = columns.Where(column => column.Name.Length > 0 && column.Kind != CellKind.Empty).ToList();
        var byName = schema.Columns
            .SelectMany(column => left.Select(from => new ColumnGuess(column, from, SimilarityOf(column, from.Name))))
            .Where(guess => guess.Similarity >= Alike && guess.CanTake)
            .OrderByDescending(guess => guess.Similarity)
            .ThenBy(guess => guess.Column.Place);
        foreach (var guess in byName) Take(guess);

        foreach (var column in schema.Columns.Where(column => column.Required || column.IsNeededWithoutId))
        {
            if (ByContent(column, left, isWide) is { } from) Take(new ColumnGuess(column, from, 0));
        }

        return [.. guesses.OrderBy(guess => guess.Column.Place)];

        void Take(ColumnGuess guess)
        {
            if (!left.Contains(guess.From) || guesses.Exists(taken => taken.Column == guess.Column)) return;
            guesses.Add(guess);
            left.Remove(guess.From);
        }
    }

    // A key repeats itself and has no gaps, a remark or a name hardly does.
    private static SurveyedColumn? ByContent(Column column, List<SurveyedColumn> left, bool isWide) => column switch
    {
        DayColumn => left.Find(from => from.Kind == CellKind.Date),
        NumberColumn => left.Find(from => from.Kind == CellKind.Number && !ForeignHeader.IsShare(from.Name)),
        TextColumn { IsComment: false } => left.Where(from => from.Kind == CellKind.Text && (isWide || from.Distinct < from.Rows))
            .MinBy(from => (from.Empty > 0, from.Distinct)),
        _ => null,
    };

    private static double SimilarityOf(Column column, string header)
    {
        if (ForeignHeader.IsShare(header)) return 0;
        var plain = HeaderName.Normalize(HeaderUnit.TryRemove(header, out var name) ? name : header);
        return column.Aliases.Prepend(column.Name).Max(alias => SimilarityOf(HeaderName.Normalize(alias), plain));
    }

    private static double SimilarityOf(string alias, string header)
    {
        if (alias == header) return 1;
        if (alias.Length >= ShortestWord && header.Contains(alias, StringComparison.Ordinal)) return 0.95;
        return Math.Min(alias.Length, header.Length) < ShortestWord ? 0 : new JaroWinkler().Similarity(alias, header);
    }
}
