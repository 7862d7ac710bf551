namespace CommunityDemand.Pipeline.Publish;

/// <summary>What the values of a public column are.</summary>
internal enum ColumnKind
{
    Text,
    Number,
    Integer,
    Day,
    Instant,
    Flag,
}
