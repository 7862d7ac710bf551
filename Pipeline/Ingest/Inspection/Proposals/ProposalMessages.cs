using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Inspection.Proposals;

/// <summary>Comments in a proposed mapping.</summary>
internal static class ProposalMessages
{
    /// <param name="file">Name of the file.</param>
    public static Message ProposedFor(string file) => new("proposal.head", ("file", file));

    /// <param name="meaning">Meaning of a column that each row needs, in the language of the text.</param>
    public static Message Needed(string meaning) => new("proposal.needed", ("meaning", meaning));

    /// <param name="column">What the column is.</param>
    /// <param name="source">Where its values come from.</param>
    public static Message Line(string column, Message source) => new("proposal.line", ("column", column), ("source", source));

    /// <summary>Why a header is taken for a column.</summary>
    public static Message ByName() => new("proposal.by_name");

    /// <inheritdoc cref="ByName"/>
    public static Message ByContent() => new("proposal.by_content");

    public static Message OneARow() => new("proposal.one_a_row");

    /// <summary>How to say the order of day and month.</summary>
    /// <param name="dayFirst">What to write where the day stands first.</param>
    /// <param name="monthFirst">What to write otherwise.</param>
    public static Message EitherOrder(string dayFirst, string monthFirst) =>
        new("proposal.either_order", ("dayFirst", dayFirst), ("monthFirst", monthFirst));

    /// <param name="headers">Headers that no column takes.</param>
    public static Message NotTaken(string headers) => new("proposal.not_taken", ("headers", headers));

    /// <summary>Of a wide table: where values come from.</summary>
    public static Message FromHeaders() => new("proposal.from_headers");

    /// <inheritdoc cref="FromHeaders"/>
    public static Message FromCells() => new("proposal.from_cells");

    /// <inheritdoc cref="FromHeaders"/>
    public static Message YearOfFile() => new("proposal.year_of_file");

    /// <inheritdoc cref="FromHeaders"/>
    public static Message YearOfSheet() => new("proposal.year_of_sheet");

    /// <summary>Of a key that no column has.</summary>
    public static Message NameOfFile() => new("proposal.name_of_file");

    /// <summary>Of a date whose year nothing tells.</summary>
    public static Message NoYear() => new("proposal.no_year");
}
