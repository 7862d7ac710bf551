using Azure;
using Azure.Data.Tables;

namespace CommunityDemand.Pipeline.Ledger;

/// <summary>A row of table <c>Ledger</c>. The partition is a dataset, so a commit is one transaction.</summary>
internal abstract class LedgerRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }
}

/// <summary>Head of a dataset: every commit replaces it, so one of two concurrent commits fails.</summary>
internal sealed class HeadRow : LedgerRow
{
    public const string Key = "head";

    /// <summary>Number of the last commit.</summary>
    public long Sequence { get; set; }
}

/// <summary>Current facts. The key ends with the owner.</summary>
internal sealed class LiveRow : LedgerRow
{
    public const string Prefix = "live-";

    /// <summary>
    /// Owner of the facts: identifies this content under this path in the id index, and stays when the same content is read again.
    /// </summary>
    public string Owner { get; set; } = "";

    /// <summary>Id of a reading, used in the names of fact files.</summary>
    public string UploadId { get; set; } = "";

    public string Path { get; set; } = "";

    public string Content { get; set; } = "";

    public DateTimeOffset Modified { get; set; }

    public long Read { get; set; }

    public long Kept { get; set; }

    /// <summary>Fact files, in the form of <see cref="Facts.FactPartNames"/>.</summary>
    public string Parts { get; set; } = "";

    public DateTime? FirstDay { get; set; }

    public DateTime? LastDay { get; set; }

    /// <summary>Number of <see cref="NeedRow"/>s: uploads because of which rows were left out.</summary>
    public int Needs { get; set; }

    /// <summary>
    /// Number of <see cref="DaysRow"/>s; 0 where nothing was reported, or where there are more days than the ledger stores.
    /// </summary>
    public int Days { get; set; }
}

/// <summary>A current content and its path.</summary>
internal sealed class ContentRow : LedgerRow
{
    public const string Prefix = "content-";

    public string Path { get; set; } = "";

    public string Owner { get; set; } = "";
}

/// <summary>A sorted file of ids, current ones and some that no longer are.</summary>
internal sealed class SegmentRow : LedgerRow
{
    public const string Prefix = "ids-";

    public string Name { get; set; } = "";

    public long Count { get; set; }
}

/// <summary>Uploads that share ids with this one. When one of them is removed, this one must be read again.</summary>
internal sealed class NeedRow : LedgerRow
{
    public const string Prefix = "need-";

    /// <summary>Maximum number of owners in one property of 64 KiB.</summary>
    public const int MostOwners = 8192;

    public string Owner { get; set; } = "";

    public string Path { get; set; } = "";

    /// <summary>Owners of the ids, 8 bytes each.</summary>
    public byte[] Others { get; set; } = [];

    public IEnumerable<ulong> ReadOthers() => Others.Chunk(sizeof(ulong)).Select(bytes => BitConverter.ToUInt64(bytes));
}

/// <summary>A piece of an upload's <see cref="Facts.ReportedDays"/>, in the order of the keys.</summary>
internal sealed class DaysRow : LedgerRow
{
    public const string Prefix = "days-";

    /// <summary>Maximum number of bytes in one property: 64 KiB.</summary>
    public const int MostBytes = 65_536;

    public string Owner { get; set; } = "";

    public byte[] Bytes { get; set; } = [];
}

/// <summary>Blobs that no longer count but may still have readers; a later sweep deletes them.</summary>
internal sealed class DeadRow : LedgerRow
{
    public const string Prefix = "dead-";

    /// <summary>Blob in container <c>facts</c>; null where <see cref="Parts"/> names the blobs.</summary>
    public string? Blob { get; set; }

    public string UploadId { get; set; } = "";

    public string Parts { get; set; } = "";

    public DateTimeOffset Since { get; set; }
}
