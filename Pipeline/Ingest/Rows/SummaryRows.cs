using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Keys;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Leaves out rows that repeat people of other rows: totals, subtotals, and parts of a row above.</summary>
/// <param name="sums">Rows whose figure is the sum of others; null before a survey.</param>
internal sealed class SummaryRows(DatasetSchema schema, ParseContext context, RowSet? sums)
{
    /// <summary>Whether a row came whose figure must be held against the sum of all others.</summary>
    public bool NeedsSurvey => sums is null && schema.IsSummed && context.HasSummaries;

    /// <summary>What becomes of a good row.</summary>
    /// <param name="row">Number of the row in its file.</param>
    public RowVerdict VerdictOf(Cell[] cells, long row)
    {
        if (!context.HasSummaries) return RowVerdict.Good;
        var (kind, column) = KindOf(schema, context, cells);
        return kind switch
        {
            SummaryKind.Part => RowVerdict.Duplicate(AccountMessages.PartOfAbove),
            SummaryKind.Average => RowVerdict.Rejected(schema.Columns[column].Name, AccountMessages.AverageOfOthers),
            SummaryKind.Comparison => RowVerdict.Rejected(schema.Columns[column].Name, AccountMessages.ComparedWithOthers),
            SummaryKind.Total or SummaryKind.PerhapsTotal when sums?.Contains(row) is true =>
                RowVerdict.Duplicate(AccountMessages.TotalOfOthers),
            SummaryKind.Total => RowVerdict.Rejected(schema.Columns[column].Name, AccountMessages.NotTheTotal),
            _ => RowVerdict.Good,
        };
    }

    /// <summary>What the keys of a row say, and the first column that says it.</summary>
    public static (SummaryKind Kind, int Column) KindOf(DatasetSchema schema, ParseContext context, Cell[] cells)
    {
        for (var place = 0; place < cells.Length; place++)
        {
            if (cells[place].Text is { } key && context.SummaryOf(schema.Columns[place], key) is not SummaryKind.None and var kind)
                return (kind, place);
        }

        return (SummaryKind.None, -1);
    }
}
