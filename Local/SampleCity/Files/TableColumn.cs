namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>A column of a file.</summary>
/// <param name="Name">Name in the upload contract.</param>
/// <param name="Chinese">Chinese name.</param>
/// <param name="Kind">Kind of the values.</param>
internal sealed record TableColumn(string Name, string Chinese, CellKind Kind = CellKind.Number)
{
    /// <summary>Creates a column of a file for programs.</summary>
    public TableColumn(string name, CellKind kind = CellKind.Number)
        : this(name, name, kind)
    {
    }
}
