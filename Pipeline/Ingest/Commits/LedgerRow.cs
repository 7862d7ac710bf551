using Azure;
using Azure.Data.Tables;

namespace CommunityDemand.Pipeline.Ingest.Commits;

/// <summary>A row of table <c>Ledger</c>. Its partition is a dataset, so that a commit is one transaction.</summary>
internal abstract class LedgerRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }
}

/// <summary>Guards the dataset: every commit replaces it, so that of two at a time one fails.</summary>
internal sealed class HeadRow : LedgerRow
{
    public const string Key = "head";

    /// <summary>Number of the last commit.</summary>
    public long Sequence { get; set; }

    /// <summary>How many commits took facts away.</summary>
    public long Supersessions { get; set; }
}

/// <summary>Facts that count. Its key ends in the upload's id.</summary>
internal sealed class LiveRow : LedgerRow
{
    public const string Prefix = "live-";

    public string UploadId { get; set; } = "";

    public string Path { get; set; } = "";

    public string Content { get; set; } = "";

    public DateTimeOffset Modified { get; set; }

    public long Read { get; set; }

    public long Kept { get; set; }

    /// <summary>Fact files, as <see cref="Facts.FactPartNames"/> writes them.</summary>
    public string Parts { get; set; } = "";

    public DateTime? FirstDay { get; set; }

    public DateTime? LastDay { get; set; }

    public string? Quarantine { get; set; }

    /// <summary>Whether a <see cref="NeedRow"/> says that rows were left out because other uploads have their ids.</summary>
    public bool HasNeeds { get; set; }
}

/// <summary>A content that counts, and for which path.</summary>
internal sealed class ContentRow : LedgerRow
{
    public const string Prefix = "content-";

    public string Path { get; set; } = "";

    public string UploadId { get; set; } = "";
}

/// <summary>A sorted file of ids that count, and of some that did.</summary>
internal sealed class SegmentRow : LedgerRow
{
    public const string Prefix = "ids-";

    public string Name { get; set; } = "";

    public long Count { get; set; }
}

/// <summary>The uploads that have ids which this one has too: when one of them goes, this one must be read again.</summary>
internal sealed class NeedRow : LedgerRow
{
    public const string Prefix = "need-";

    /// <summary>More owners than this are not listed: any supersession then counts as one of them.</summary>
    public const int MostOwners = 4096;

    public string UploadId { get; set; } = "";

    public string Path { get; set; } = "";

    /// <summary>Owners, 8 bytes each, little-endian; empty where there are too many.</summary>
    public byte[] Owners { get; set; } = [];

    /// <summary><see cref="HeadRow.Supersessions"/> at the time.</summary>
    public long Supersessions { get; set; }
}

/// <summary>Blobs that stopped counting and may still be read by someone; a later sweep deletes them.</summary>
internal sealed class DeadRow : LedgerRow
{
    public const string Prefix = "dead-";

    /// <summary>Blobs of container <c>facts</c>, one a line; null where <see cref="Parts"/> says it.</summary>
    public string? Blob { get; set; }

    public string UploadId { get; set; } = "";

    public string Parts { get; set; } = "";

    public string? Quarantine { get; set; }

    public DateTimeOffset Since { get; set; }
}
