namespace CommunityDemand.Pipeline.Ingest.Formats.Encodings;

/// <summary>Why the encoding of a text can't be known.</summary>
/// <param name="Kind">The kind of doubt.</param>
/// <param name="Names">The encodings that may be meant.</param>
internal sealed record EncodingDoubt(EncodingDoubtKind Kind, IReadOnlyList<string> Names);
