namespace CommunityDemand.Pipeline.Ledger;

/// <summary>Result of an upload.</summary>
public enum UploadStatus
{
    /// <summary>Valid rows are facts.</summary>
    Ingested,

    /// <summary>The same content already counts under another name.</summary>
    Duplicate,

    /// <summary>The file could not be read and is in quarantine as a whole.</summary>
    Rejected,
}
