using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>A dataset's column and the place in the file where its values stand.</summary>
/// <param name="Column">The column.</param>
/// <param name="Index">Its index in the file; -1 where the file has none.</param>
/// <param name="Mapping">How foreign values are to be read; null for a file in the dataset's own terms.</param>
internal sealed record BoundColumn(Column Column, int Index, ColumnMapping? Mapping)
{
    /// <summary>Other names of the column in a file whose rows name their columns themselves.</summary>
    public int[] Others { get; init; } = [];

    /// <summary>The place where the current row has the column.</summary>
    /// <param name="isTwice">Whether it has the column under two names, with values that differ.</param>
    public int PlaceIn(RowSource rows, out bool isTwice)
    {
        isTwice = false;
        var place = Index;
        foreach (var other in Others)
        {
            if (rows[other].IsWhiteSpace()) continue;
            if (rows[place].IsWhiteSpace()) place = other;
            else isTwice |= !rows[place].Trim().SequenceEqual(rows[other].Trim());
        }

        return place;
    }

    /// <summary>Reads a value.</summary>
    /// <returns>Why it is none, or null.</returns>
    public Message? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell)
    {
        text = text.Trim();
        cell = Cell.Missing;
        if (Mapping is not null && ForeignValue.Translate(Mapping, Column, ref text) is { } unknown) return unknown;
        if (!NullWords.Contains(text)) return Column.Parse(text, context, out cell);
        return Column.Required ? ValueMessages.Missing : null;
    }
}
