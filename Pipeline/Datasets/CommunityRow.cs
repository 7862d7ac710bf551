using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Datasets;

/// <summary>A community and its areas, as described by uploads.</summary>
internal sealed record CommunityRow(
    [property: CommunityColumn(Role = ColumnRole.Key)] string Code,
    [property: UploadColumn("name of the community", "社区名称", Synonyms = ["名称", "社区名称"])] string Name,
    [property: UploadColumn("its subdistrict", "所属街道", Synonyms = ["街道", "street"])] string Subdistrict,
    [property: UploadColumn("its district", "所属行政区", Synonyms = ["区", "行政区"])] string District,
    [property: UploadColumn("its city", "所属城市", Synonyms = ["市", "城市"], Default = Community.DefaultCity)] string City,
    [property: UploadColumn("first day of the community", "成立日期", Synonyms = ["生效日期", "成立日期"], Latest = DayBound.Planned)]
    DateOnly? ValidFrom,
    [property: UploadColumn(
        "last day of the community", "撤销日期", Synonyms = ["失效日期", "撤销日期"], Latest = DayBound.Any,
        NotBefore = nameof(CommunityRow.ValidFrom))]
    DateOnly? ValidTo)
{
    public static DatasetSchema<CommunityRow> Schema { get; } = new("communities") { RowIs = "a community" };

    public Community ToCommunity() => new(Code, Name, Subdistrict, District, City, ValidFrom, ValidTo);
}
