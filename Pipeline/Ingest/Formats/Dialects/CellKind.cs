namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>What a value looks like, whatever its column means.</summary>
internal enum CellKind
{
    /// <summary>Nothing, or a word for nothing such as <c>n/a</c>.</summary>
    Empty,
    Number,
    Date,
    Time,
    Text,
}
