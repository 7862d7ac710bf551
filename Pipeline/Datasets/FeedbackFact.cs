using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Datasets;

/// <summary>An answer, complaint or suggestion, with personal numbers removed from the comment.</summary>
/// <param name="Source">Source: resident, staff or third_party.</param>
/// <param name="Content">Likert score 1 to 5, like the four that follow.</param>
/// <param name="Theme">Theme given by the upload.</param>
[IdColumn("feedback_id", "id of the answer; one row of an id counts", "反馈编号，相同编号只计一次", Synonyms = ["反馈编号", "问卷编号"])]
public sealed record FeedbackFact(
    [property: CommunityColumn] string Community,
    [property: DateColumn("day of the answer", "反馈日期", Role = ColumnRole.Partition)] DateOnly Date,
    [property: ServiceColumn("code of the service; empty for services in general", "服务编码；空为总体评价")] string? Service,
    [property: UploadColumn("who answered", "评价来源", Synonyms = ["来源"], Default = "resident")]
    [property: Choice("resident", "居民", "residents")]
    [property: Choice("staff", "工作人员", "员工")]
    [property: Choice("third_party", "第三方", "第三方评估")]
    string Source,
    [property: UploadColumn("channel of the answer", "反馈渠道", Synonyms = ["渠道"])] string? Channel,
    [property: GroupColumn] string? Group,
    [property: UploadColumn(
        "satisfaction with what the service offers", "服务内容满意度", Synonyms = ["内容", "服务内容"], Unit = Unit.Likert, IsContent = true)]
    int? Content,
    [property: UploadColumn("satisfaction with its efficiency", "服务效率满意度", Synonyms = ["效率", "服务效率"], Unit = Unit.Likert, IsContent = true)]
    int? Efficiency,
    [property: UploadColumn(
        "satisfaction with its staff's attitude", "服务态度满意度", Synonyms = ["态度", "服务态度"], Unit = Unit.Likert, IsContent = true)]
    int? Attitude,
    [property: UploadColumn(
        "satisfaction with its sustainability", "可持续性满意度", Synonyms = ["可持续", "可持续性"], Unit = Unit.Likert, IsContent = true)]
    int? Sustainability,
    [property: UploadColumn("satisfaction with its innovation", "创新性满意度", Synonyms = ["创新", "创新性"], Unit = Unit.Likert, IsContent = true)]
    int? Innovation,
    [property: UploadColumn("whether the answer is a complaint", "是否投诉", Synonyms = ["投诉", "是否投诉"], IsContent = true)]
    bool Complaint,
    [property: UploadColumn(
        "comment; telephone, identity card, bank card and e-mail are removed",
        "意见内容；其中的电话、身份证、银行卡和邮箱会被去除",
        Synonyms = ["意见", "意见建议", "评论"],
        MaxLength = TextColumn.CommentLength,
        IsComment = true, IsContent = true)]
    string? Comment,
    [property: UploadColumn("pain point, where the answer is labelled", "痛点（如已标注）", Synonyms = ["主题", "痛点"], IsContent = true)]
    string? Theme)
{
    internal static DatasetSchema<FeedbackFact> Schema { get; } = new("feedback") { RowIs = "an answer, complaint or suggestion" };
}
