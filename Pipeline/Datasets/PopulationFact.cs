using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Datasets;

/// <summary>Residents of a community on a day, in persons (households: in households).</summary>
public sealed record PopulationFact(
    [property: CommunityColumn(Role = ColumnRole.Key)] string Community,
    [property: DateColumn("day of the count", "统计日期", Role = ColumnRole.Key)] DateOnly Date,
    [property: UploadColumn("residents", "常住人口", Synonyms = ["人口", "人口数", "常住人口"], Unit = Unit.Persons)]
    double Population,
    [property: UploadColumn(
        "residents aged 60 and over",
        "60 岁及以上人口", Name = "age_60_plus", Synonyms = ["60岁以上", "60岁及以上", "老年人口"], Unit = Unit.Persons)]
    double? Age60Plus,
    [property: UploadColumn(
        "residents aged 65 and over",
        "65 岁及以上人口", Name = "age_65_plus", Synonyms = ["65岁以上", "65岁及以上"], Unit = Unit.Persons)]
    double? Age65Plus,
    [property: UploadColumn(
        "residents aged 15 to 35",
        "15 至 35 岁人口", Name = "age_15_35", Synonyms = ["15至35岁", "15-35岁", "青年人口"], Unit = Unit.Persons)]
    double? Age15To35,
    [property: UploadColumn("residents with a disability", "残疾人", Synonyms = ["残疾人", "残疾人数"], Unit = Unit.Persons)]
    double? Disabled,
    [property: UploadColumn("residents with a low income", "低收入人口", Synonyms = ["低收入", "低保人数"], Unit = Unit.Persons)]
    double? LowIncome,
    [property: UploadColumn("children", "儿童", Synonyms = ["儿童", "儿童人口"], Unit = Unit.Persons)]
    double? Children,
    [property: UploadColumn("number of households", "户数", Synonyms = ["户数", "家庭户数"])]
    double? Households)
{
    internal static DatasetSchema<PopulationFact> Schema { get; } = new("population") { RowIs = "a community's residents on a day" };
}
