using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>A row of table <c>Uploads</c>: the account of a file.</summary>
internal sealed record UploadsRow
{
    public static StandingTable<UploadsRow> Table { get; } = new() { Name = "Uploads", RowIs = "a file" };

    [Column("path inside container `uploads`", "容器 uploads 内的路径")]
    public required string Path { get; init; }

    [Column("first segment of the path", "路径的第一段，即数据集")]
    public required string Dataset { get; init; }

    [Column("what became of the file: `ingested`, `duplicate` or `rejected`", "文件的处理结果：ingested 已接收、duplicate 重复、rejected 拒收")]
    public required string Status { get; init; }

    [Column("data rows read", "读取的数据行", Unit = Unit.Rows)]
    public required long Read { get; init; }

    [Column("rows that became facts", "成为事实的行", Unit = Unit.Rows)]
    public required long Kept { get; init; }

    [Column("rows in quarantine", "隔离的行", Unit = Unit.Rows)]
    public required long Rejected { get; init; }

    [Column("rows that count already", "已计入的重复行", Unit = Unit.Rows)]
    public required long Duplicates { get; init; }

    [Column("rejected and duplicate rows by reason, as JSON", "按原因统计的拒收和重复行，JSON 格式")]
    public required string Reasons { get; init; }

    [Column("why a file was rejected whole; otherwise empty", "整份文件被拒收的原因；否则为空")]
    public required string? Message { get; init; }

    [Column("path of the rejected rows in container `quarantine`", "拒收行在容器 quarantine 中的路径")]
    public required string? Quarantine { get; init; }

    [Column("first day that the rows speak of", "数据首日")]
    public required DateOnly? FirstDay { get; init; }

    [Column("last day that the rows speak of", "数据末日")]
    public required DateOnly? LastDay { get; init; }

    [Column("size of the file", "文件大小", Unit = Unit.Bytes)]
    public required long Bytes { get; init; }

    [Column("the text encoding found", "识别的文本编码")]
    public required string? Encoding { get; init; }

    [Column("the mapping that was applied", "所用的映射")]
    public required string? Mapping { get; init; }

    [Column("when the file was uploaded", "上传时间")]
    public required DateTimeOffset ModifiedAt { get; init; }

    [Column("when the file was ingested", "接收时间")]
    public required DateTimeOffset IngestedAt { get; init; }
}
