namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>One way in which a row can be bad.</summary>
/// <param name="Name">What the truth calls it.</param>
/// <param name="Spoil">Makes a bad row of a copy of a good one.</param>
/// <param name="DelimitedOnly">Whether only CSV and TSV can hold it.</param>
internal sealed record Flaw(string Name, Func<Cell[], Cell[]> Spoil, bool DelimitedOnly = false)
{
    /// <summary>A flaw that lies in one value.</summary>
    /// <param name="name">What the truth calls it.</param>
    /// <param name="column">Index of the value.</param>
    /// <param name="value">What stands there instead.</param>
    public static Flaw Of(string name, int column, Cell value) => new(name, row =>
    {
        row[column] = value;
        return row;
    });
}
