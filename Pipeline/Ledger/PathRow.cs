using System.Runtime.Serialization;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Ledger;

/// <summary>What a path was found to hold last, and its account: the columns make the path's row of table <c>Uploads</c>.</summary>
internal sealed class PathRow : LedgerRow
{
    public const string Prefix = "path-";

    public static StandingTable<PathRow> Table { get; } = new() { Name = "Uploads", RowIs = "a file" };

    [Column("path inside container `uploads`", "容器 uploads 内的路径")]
    [Label("File", "文件")]
    public string Path { get; set; } = "";

    [IgnoreDataMember]
    [Column("first segment of the path", "路径的第一段，即数据集")]
    public string Dataset => PartitionKey;

    [Column(
        "what became of the file: `ingested`, `duplicate`, `held` or `rejected`", "文件的处理结果：ingested 已接收、duplicate 重复、held 暂存、rejected 拒收",
        Words = "uploadStatus")]
    [Label("Status", "状态")]
    public UploadStatus Status { get; set; }

    [Column("data rows read", "读取的数据行", Unit = Unit.Rows)]
    [Label("Read", "读取")]
    public long Read { get; set; }

    [Column("rows that became facts", "成为事实的行", Unit = Unit.Rows)]
    [Label("Kept", "入库")]
    public long Kept { get; set; }

    [Column("rows in quarantine", "隔离的行", Unit = Unit.Rows)]
    [Label("Rejected", "隔离")]
    public long Rejected { get; set; }

    [Column("rows that count already; the good rows of a file that is held", "已计入的重复行；文件暂存时为其合格行", Unit = Unit.Rows)]
    [Label("Duplicates", "重复")]
    public long Duplicates { get; set; }

    [IgnoreDataMember]
    [Column("rejected and duplicate rows by reason", "按原因统计的拒收和重复行")]
    [Label("Why", "原因")]
    public IReadOnlyList<MessageRows> Reasons
    {
        get => StoredMessages.ReadRows(StoredReasons);
        set => StoredReasons = StoredMessages.Write(value);
    }

    [IgnoreDataMember]
    [Column("why a file was rejected whole, is held or is a duplicate; otherwise empty", "整份文件被拒收、暂存或视为重复的原因；否则为空")]
    public Message? Message
    {
        get => StoredMessages.Read(StoredMessage) is [var message, ..] ? message : null;
        set => StoredMessage = value is null ? null : StoredMessages.Write(value);
    }

    [IgnoreDataMember]
    [Column("what was assumed of the file: encoding, sheets, order of dates and the like", "读取时的假定：编码、工作表、日期次序等")]
    [Label("Assumed", "假定")]
    public IReadOnlyList<Message> Assumptions
    {
        get => StoredMessages.Read(StoredAssumptions);
        set => StoredAssumptions = StoredMessages.Write(value);
    }

    [IgnoreDataMember]
    [Column("what the file does not tell, and what to do", "文件未能说明之处及处理办法")]
    [Label("Doubtful", "存疑")]
    public IReadOnlyList<Message> Doubts
    {
        get => StoredMessages.Read(StoredDoubts);
        set => StoredDoubts = StoredMessages.Write(value);
    }

    [Column("path of the rejected rows in container `quarantine`", "拒收行在容器 quarantine 中的路径")]
    [Label("Quarantine", "隔离文件")]
    public string? Quarantine { get; set; }

    [Column("first day that the rows speak of", "数据首日")]
    public DateTime? FirstDay { get; set; }

    [Column("last day that the rows speak of", "数据末日")]
    public DateTime? LastDay { get; set; }

    [Column("size of the file", "文件大小", Unit = Unit.Bytes)]
    public long Bytes { get; set; }

    [Column("the text encoding found", "识别的文本编码")]
    public string? Encoding { get; set; }

    [Column("the mapping that was applied", "所用的映射")]
    public string? Mapping { get; set; }

    [Column("when the file was uploaded", "上传时间", Name = "ModifiedAt")]
    public DateTimeOffset Modified { get; set; }

    [Column("when the file was ingested", "接收时间")]
    [Label("Taken in", "入库时间")]
    public DateTimeOffset IngestedAt { get; set; }

    [DataMember(Name = nameof(Reasons))]
    public string StoredReasons { get; set; } = "";

    [DataMember(Name = nameof(Message))]
    public string? StoredMessage { get; set; }

    [DataMember(Name = nameof(Assumptions))]
    public string StoredAssumptions { get; set; } = "";

    [DataMember(Name = nameof(Doubts))]
    public string StoredDoubts { get; set; } = "";

    /// <summary>Entity tag of the blob that was read last.</summary>
    public string BlobTag { get; set; } = "";

    /// <summary>Hash of the content read last; null where it was unreadable.</summary>
    public string? Content { get; set; }

    /// <summary>Hash of the last content that was accepted: what a correction replaces.</summary>
    public string? Accepted { get; set; }

    /// <summary>Owner of the facts that count for this path; null where none do.</summary>
    public string? Owner { get; set; }

    /// <summary>
    /// Owners of the facts because of which a file is held, separated by spaces: when one of them goes, the file is tried again.
    /// </summary>
    public string? HeldBy { get; set; }

    /// <summary>The reading that this row was written after.</summary>
    public string? UploadId { get; set; }

    /// <summary>Digest of the mappings in force when the path was read; an upload rejected under others is tried again.</summary>
    public string Rules { get; set; } = "";

    /// <summary>Whether table <c>Uploads</c> has yet to be told.</summary>
    public bool Pending { get; set; }

    public IEnumerable<ulong> ReadHolders() =>
        (HeldBy ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CommunityDemand.Pipeline.Ledger.UploadId.Read);

    /// <summary>The account that this row keeps.</summary>
    public UploadAccount ToAccount(bool changed) => new(
        Path,
        PartitionKey,
        Status,
        Read,
        Kept,
        Rejected,
        Duplicates,
        Reasons,
        Message,
        changed)
    {
        Assumptions = Assumptions,
        Doubts = Doubts,
    };
}
