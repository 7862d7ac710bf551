namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>What a <see cref="Cell"/> holds.</summary>
internal enum CellKind
{
    Blank,
    Text,
    Number,
    Date,

    /// <summary>Text that a delimited file takes as it is, without the quotes that it needs.</summary>
    Raw,
}
