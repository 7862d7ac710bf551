using System.Runtime.Serialization;
using System.Text.Json;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Ledger;

/// <summary>
/// State of a path: the content of its last delivery and its account. The columns make up the path's row in table <c>Uploads</c>.
/// </summary>
internal sealed class PathRow : LedgerRow
{
    public const string Prefix = "path-";

    public static StandingTable<PathRow> Table { get; } = new() { Name = "Uploads", RowIs = "a file" };

    [Column("path inside container `uploads`", "容器 uploads 内的路径")]
    public string Path { get; set; } = "";

    [IgnoreDataMember]
    [Column("first segment of the path", "路径的第一段，即数据集")]
    public string Dataset => PartitionKey;

    [Column("status: `ingested`, `duplicate` or `rejected`", "文件的处理结果：ingested 已接收、duplicate 重复、rejected 拒收")]
    public UploadStatus Status { get; set; }

    [Column("data rows read", "读取的数据行", Unit = Unit.Rows)]
    public long Read { get; set; }

    [Column("rows that became facts", "成为事实的行", Unit = Unit.Rows)]
    public long Kept { get; set; }

    [Column("rows in quarantine", "隔离的行", Unit = Unit.Rows)]
    public long Rejected { get; set; }

    [Column("rows that already count", "已计入的重复行", Unit = Unit.Rows)]
    public long Duplicates { get; set; }

    [Column("rejected and duplicate rows by reason, as JSON", "按原因统计的拒收和重复行，JSON 格式")]
    public string Reasons { get; set; } = "{}";

    [Column("reason why the whole file was rejected; otherwise empty", "整份文件被拒收的原因；否则为空")]
    public string? Message { get; set; }

    [Column("path of the rejected rows in container `quarantine`", "拒收行在容器 quarantine 中的路径")]
    public string? Quarantine { get; set; }

    [Column("first day of the rows", "数据首日")]
    public DateTime? FirstDay { get; set; }

    [Column("last day of the rows", "数据末日")]
    public DateTime? LastDay { get; set; }

    [Column("size of the file", "文件大小", Unit = Unit.Bytes)]
    public long Bytes { get; set; }

    [Column("detected text encoding", "识别的文本编码")]
    public string? Encoding { get; set; }

    [Column("the mapping that was applied", "所用的映射")]
    public string? Mapping { get; set; }

    [Column("time of the upload", "上传时间", Name = "ModifiedAt")]
    public DateTimeOffset Modified { get; set; }

    [Column("time of the ingest", "接收时间")]
    public DateTimeOffset IngestedAt { get; set; }

    /// <summary>Entity tag of the blob read last.</summary>
    public string BlobTag { get; set; } = "";

    /// <summary>Hash of the content read last; null where it was unreadable.</summary>
    public string? Content { get; set; }

    /// <summary>Hash of the last accepted content, which a correction replaces.</summary>
    public string? Accepted { get; set; }

    /// <summary>Owner of the path's current facts; null where there are none.</summary>
    public string? Owner { get; set; }

    /// <summary>Reading after which this row was written.</summary>
    public string? UploadId { get; set; }

    /// <summary>Digest of the mappings at the time of reading; an upload rejected under other mappings is tried again.</summary>
    public string Rules { get; set; } = "";

    /// <summary>Whether table <c>Uploads</c> still has to be updated.</summary>
    public bool Pending { get; set; }

    /// <summary>Rejected and duplicate rows by reason.</summary>
    public IReadOnlyDictionary<string, long> ReadReasons() => JsonSerializer.Deserialize<Dictionary<string, long>>(Reasons)!;

    /// <summary>The account stored in this row.</summary>
    public UploadAccount ToAccount(bool changed) => new(
        Path,
        PartitionKey,
        Status,
        Read,
        Kept,
        Rejected,
        Duplicates,
        ReadReasons(),
        Message,
        changed);
}
