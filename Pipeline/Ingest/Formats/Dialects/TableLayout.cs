using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>Where the table of a delimited text begins, and what it is made of.</summary>
/// <param name="Dialect">How it is written.</param>
/// <param name="FirstLine">Physical line of its header, or of its first row where it has none; 0 where the text has no row.</param>
/// <param name="HeaderRows">Rows that name the columns; 0 where none does.</param>
/// <param name="Names">Names of the columns, trimmed; <c>column1</c> and so on where the text has none.</param>
/// <param name="Kinds">What the values of each column look like; text where they differ.</param>
/// <param name="HeaderFault">Why the header can't be read; null where it can.</param>
/// <param name="Above">Rows above the table that are not blank: titles, comments.</param>
internal sealed record TableLayout(
    Dialect Dialect, long FirstLine, int HeaderRows, IReadOnlyList<string> Names, IReadOnlyList<CellKind> Kinds, int Above,
    Message? HeaderFault = null)
{
    public bool IsEmpty => FirstLine == 0;

    public bool HasHeader => HeaderRows > 0;

    public static TableLayout Empty { get; } = new(Dialect.Csv, 0, 0, [], [], 0);
}
