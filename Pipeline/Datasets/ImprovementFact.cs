using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Datasets;

/// <summary>A measure taken to improve a service.</summary>
public sealed record ImprovementFact(
    [property: CommunityColumn(Role = ColumnRole.Key)] string Community,
    [property: UploadColumn(
        "first day of the measure",
        "措施开始日期", Synonyms = ["开始日期", "start_date"], Role = ColumnRole.Key, Latest = DayBound.Planned)]
    DateOnly Start,
    [property: UploadColumn("the measure, in words", "措施内容", Synonyms = ["措施", "改进措施"], Role = ColumnRole.Key, MaxLength = 1024)]
    string Measure,
    [property: ServiceColumn("code of the service; empty for all", "服务编码；空为全部服务", Role = ColumnRole.Key)] string? Service,
    [property: UploadColumn("target of the satisfaction index", "目标满意度指数", Synonyms = ["目标", "目标值"], Unit = Unit.IndexPoints)]
    double? Target,
    [property: UploadColumn(
        "last day of the measure", "措施结束日期", Synonyms = ["结束日期", "end_date"], Latest = DayBound.Any,
        NotBefore = nameof(ImprovementFact.Start))]
    DateOnly? End)
{
    internal static DatasetSchema<ImprovementFact> Schema { get; } = new("improvements") { RowIs = "a measure taken to improve a service" };
}
