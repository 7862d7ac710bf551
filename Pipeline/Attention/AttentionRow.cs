using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Attention;

/// <summary>A row of table <c>Attention</c>: one finding of a run.</summary>
internal sealed record AttentionRow : PlacedRow
{
    public static PlacedTable<AttentionRow> Table { get; } = new() { Name = StorageNames.AttentionTable, RowIs = "a finding of the run" };

    [KeyPart(1)]
    [Column("rank by urgency, from 1", "按紧迫程度的排序，从 1 起")]
    public required int Rank { get; init; }

    [Column(
        "`act`: action is needed; `watch`: action may become necessary; `know`: information only",
        "严重程度：act 需要处理；watch 需要关注；know 供了解")]
    public required Severity Severity { get; init; }

    [Column("code of the finding; docs/tables.md lists the codes and their figures", "发现的代码；各代码及其数值见 docs/tables.md")]
    public required string Code { get; init; }

    [Column("figure of the finding", "发现的数值")]
    public double? Value { get; init; }

    [Column("reference for the figure", "对照的数值")]
    public double? Reference { get; init; }

    [Column("the figure as a share", "以占比表示的数值", Unit = Unit.Share)]
    public double? Share { get; init; }

    [Column("number of files, communities or services in the finding", "所涉及的文件、社区或服务的数量")]
    public int? Count { get; init; }

    [Column("first day of the finding; empty where unknown", "开始的日期；无法判断时为空")]
    public DateOnly? Since { get; init; }

    [Column("last day of the finding; empty for none", "所涉及的末日；没有则为空")]
    public DateOnly? Until { get; init; }

    [Column("the finding in a sentence", "发现的说明")]
    public required Message Text { get; init; }
}
