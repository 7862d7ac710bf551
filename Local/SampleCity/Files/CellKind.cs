namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>Kinds of <see cref="Cell"/> values.</summary>
internal enum CellKind
{
    Blank,
    Text,
    Number,
    Date,

    /// <summary>Text that is written unquoted to a delimited file, even if it needs quotes.</summary>
    Raw,
}
