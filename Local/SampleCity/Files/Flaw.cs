namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>A flaw: one way in which a row can be bad.</summary>
/// <param name="Name">Name in the truth files.</param>
/// <param name="Spoil">Function that makes a bad row from a copy of a good one.</param>
/// <param name="DelimitedOnly">Whether only CSV and TSV can contain the flaw.</param>
internal sealed record Flaw(string Name, Func<Cell[], Cell[]> Spoil, bool DelimitedOnly = false)
{
    /// <summary>Creates a flaw in a single value.</summary>
    /// <param name="name">Name in the truth files.</param>
    /// <param name="column">Index of the value.</param>
    /// <param name="value">The bad value.</param>
    public static Flaw Of(string name, int column, Cell value) => new(name, row =>
    {
        row[column] = value;
        return row;
    });
}
