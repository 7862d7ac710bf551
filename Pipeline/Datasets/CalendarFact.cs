using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Datasets;

/// <summary>A day that differs from the built-in calendar, or an event.</summary>
/// <param name="Kind">Kind: holiday, make_up_workday or event.</param>
/// <param name="Name">Name of the day.</param>
/// <param name="Community">Community in scope; null for all.</param>
/// <param name="District">District in scope; null for all.</param>
public sealed record CalendarFact(
    [property: DateColumn("the day", "日期", Role = ColumnRole.Key, Latest = DayBound.Planned)] DateOnly Date,
    [property: UploadColumn("kind of the day", "日期类型", Synonyms = ["类型", "日期类型"])]
    [property: Choice("holiday", "节假日", "假日", "放假")]
    [property: Choice("make_up_workday", "调休", "补班", "调休上班", "workday")]
    [property: Choice("event", "活动", "事件")]
    string Kind,
    [property: UploadColumn("name of the day", "名称", Synonyms = ["名称"])] string? Name,
    [property: CommunityColumn("code of the community in scope; empty for all", "适用社区；空为全部", Role = ColumnRole.Key)]
    string? Community,
    [property: UploadColumn("district in scope; empty for all", "适用的区；空为全部", Synonyms = ["区"], Role = ColumnRole.Key)]
    string? District)
{
    internal static DatasetSchema<CalendarFact> Schema { get; } =
        new("calendar") { RowIs = "a day that differs from the built-in calendar, or an event" };
}
