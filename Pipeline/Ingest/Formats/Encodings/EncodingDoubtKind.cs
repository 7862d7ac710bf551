namespace CommunityDemand.Pipeline.Ingest.Formats.Encodings;

/// <summary>Kinds of doubt about an encoding.</summary>
internal enum EncodingDoubtKind
{
    /// <summary>Several give plausible texts that differ.</summary>
    Several,

    /// <summary>None gives a plausible text.</summary>
    None,

    /// <summary>Part of the text is UTF-8 and part is not.</summary>
    Mixed,

    /// <summary>Zero bytes that no encoding explains.</summary>
    Binary,
}
