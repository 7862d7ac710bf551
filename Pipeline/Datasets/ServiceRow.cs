using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Datasets;

/// <summary>A service of the catalogue, as described by uploads.</summary>
internal sealed record ServiceRow(
    [property: ServiceColumn(Role = ColumnRole.Key)] string Code,
    [property: UploadColumn("name in English", "英文名称", Synonyms = ["英文名称"])] string NameEn,
    [property: UploadColumn("name in Chinese", "中文名称", Synonyms = ["中文名称", "服务名称"])] string NameZh,
    [property: UploadColumn("need class", "需求类别", Synonyms = ["需求类别", "需求类型"])] NeedClass NeedClass,
    [property: UploadColumn("supply type", "供给类型", Synonyms = ["供给类型", "供给类别"])] SupplyType SupplyType,
    [property: UploadColumn(
        "whether demand follows the share of residents aged 60 and over",
        "需求是否随 60 岁及以上人口占比变化", Synonyms = ["老年敏感", "适老"])]
    bool ElderlySensitive,
    [property: UploadColumn(
        "response target in minutes", "响应目标（分钟）", Synonyms = ["响应目标分钟", "响应目标"], Max = 1_000_000,
        Default = (double)Service.DefaultResponseTargetMinutes)]
    double ResponseTargetMinutes)
{
    public static DatasetSchema<ServiceRow> Schema { get; } = new("services") { RowIs = "a service" };

    public Service ToService() => new(Code, NameEn, NameZh, NeedClass, SupplyType, ElderlySensitive, (int)ResponseTargetMinutes);
}
