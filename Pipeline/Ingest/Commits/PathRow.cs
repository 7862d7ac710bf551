using System.Text.Json;

namespace CommunityDemand.Pipeline.Ingest.Commits;

/// <summary>What a path was found to hold last, and its account.</summary>
internal sealed class PathRow : LedgerRow
{
    public const string Prefix = "path-";

    public string Path { get; set; } = "";

    /// <summary>Entity tag of the blob that was read last.</summary>
    public string BlobTag { get; set; } = "";

    public DateTimeOffset Modified { get; set; }

    public long Bytes { get; set; }

    /// <summary>Hash of the content read last; null where it was unreadable.</summary>
    public string? Content { get; set; }

    /// <summary>Hash of the last content that was accepted: what a correction replaces.</summary>
    public string? Accepted { get; set; }

    /// <summary>Owner of the facts that count for this path; null where none do.</summary>
    public string? Owner { get; set; }

    /// <summary>The reading that this row was written after.</summary>
    public string? UploadId { get; set; }

    public string Status { get; set; } = "";

    public long Read { get; set; }

    public long Kept { get; set; }

    public long Rejected { get; set; }

    public long Duplicates { get; set; }

    /// <summary>Counts by reason, as JSON.</summary>
    public string Reasons { get; set; } = "{}";

    public string? Message { get; set; }

    /// <summary>Blob in container <c>quarantine</c>; null where nothing was rejected.</summary>
    public string? Quarantine { get; set; }

    public string? Encoding { get; set; }

    public string? Mapping { get; set; }

    public DateTime? FirstDay { get; set; }

    public DateTime? LastDay { get; set; }

    public DateTimeOffset IngestedAt { get; set; }

    /// <summary>Digest of the mappings in force when the path was read; an upload rejected under others is tried again.</summary>
    public string Rules { get; set; } = "";

    /// <summary>Whether table <c>Uploads</c> has yet to be told.</summary>
    public bool Pending { get; set; }

    /// <summary>The account that this row keeps.</summary>
    public UploadAccount ToAccount(bool changed) => new(
        Path,
        PartitionKey,
        Enum.Parse<UploadStatus>(Status),
        Read,
        Kept,
        Rejected,
        Duplicates,
        JsonSerializer.Deserialize<Dictionary<string, long>>(Reasons)!,
        Message,
        changed);
}
