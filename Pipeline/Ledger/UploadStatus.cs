namespace CommunityDemand.Pipeline.Ledger;

/// <summary>What became of an upload.</summary>
public enum UploadStatus
{
    /// <summary>Its good rows are facts.</summary>
    Ingested,

    /// <summary>The same content counts already under another name.</summary>
    Duplicate,

    /// <summary>Its daily sums seem to count already from other files: nothing of it counts until a mapping says how.</summary>
    Held,

    /// <summary>It could not be read at all and lies in quarantine whole.</summary>
    Rejected,
}
