namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>A column of a file.</summary>
/// <param name="Name">Its name in the upload contract.</param>
/// <param name="Chinese">Its Chinese name.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record TableColumn(string Name, string Chinese, CellKind Kind = CellKind.Number)
{
    /// <summary>A column of a file for programs.</summary>
    public TableColumn(string name, CellKind kind = CellKind.Number)
        : this(name, name, kind)
    {
    }
}
