using Azure;
using Azure.Data.Tables;

namespace CommunityDemand.Pipeline.Ledger;

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
}

/// <summary>Facts that count. Its key ends in the owner.</summary>
internal sealed class LiveRow : LedgerRow
{
    public const string Prefix = "live-";

    /// <summary>Stands for this content under this path in the index of ids; stays when the same content is read again.</summary>
    public string Owner { get; set; } = "";

    /// <summary>In the names of the fact files; each reading has its own.</summary>
    public string UploadId { get; set; } = "";

    public string Path { get; set; } = "";

    public string Content { get; set; } = "";

    public DateTimeOffset Modified { get; set; }

    public long Read { get; set; }

    public long Kept { get; set; }

    /// <summary>Kept rows that no id over all files tells from a repetition; null in rows of earlier versions.</summary>
    public long? Unidentified { get; set; }

    /// <summary>Whether its cells (community, service, day, group) take the place of those of older uploads.</summary>
    public bool Replaces { get; set; }

    /// <summary>Fact files, as <see cref="Facts.FactPartNames"/> writes them.</summary>
    public string Parts { get; set; } = "";

    public DateTime? FirstDay { get; set; }

    public DateTime? LastDay { get; set; }

    /// <summary>
    /// Demand by the period that its figures stand for, as <see cref="Facts.CountedDemand"/> writes it; null for datasets without periods,
    /// and in rows of earlier versions, whose figures are of days.
    /// </summary>
    public string? Demand { get; set; }

    /// <summary>Its keys, as <see cref="Facts.SpeltKeys"/> writes them; null in rows of earlier versions.</summary>
    public byte[]? Spelt { get; set; }

    /// <summary>Number of <see cref="NeedRow"/>s: the uploads because of which rows were left out.</summary>
    public int Needs { get; set; }

    /// <summary>
    /// Number of <see cref="DaysRow"/>s; 0 where nothing was reported, more than the ledger holds, or for periods of several lengths.
    /// </summary>
    public int Days { get; set; }
}

/// <summary>A content that counts, and for which path.</summary>
internal sealed class ContentRow : LedgerRow
{
    public const string Prefix = "content-";

    public string Path { get; set; } = "";

    public string Owner { get; set; } = "";
}

/// <summary>A sorted file of ids that count, and of some that did.</summary>
internal sealed class SegmentRow : LedgerRow
{
    public const string Prefix = "ids-";

    public string Name { get; set; } = "";

    public long Count { get; set; }

    /// <summary>Bytes of a record; null in rows of earlier versions, whose records have no content.</summary>
    public int? RecordBytes { get; set; }
}

/// <summary>The uploads that have ids which this one has too: when one of them goes, this one must be read again.</summary>
internal sealed class NeedRow : LedgerRow
{
    public const string Prefix = "need-";

    /// <summary>What fits into one property of 64 KiB.</summary>
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

    /// <summary>What fits into one property of 64 KiB.</summary>
    public const int MostBytes = 65_536;

    public string Owner { get; set; } = "";

    public byte[] Bytes { get; set; } = [];
}

/// <summary>Blobs that stopped counting and may still be read by someone; a later sweep deletes them.</summary>
internal sealed class DeadRow : LedgerRow
{
    public const string Prefix = "dead-";

    /// <summary>A blob of container <c>facts</c>; null where <see cref="Parts"/> names them.</summary>
    public string? Blob { get; set; }

    public string UploadId { get; set; } = "";

    public string Parts { get; set; } = "";

    public DateTimeOffset Since { get; set; }
}
