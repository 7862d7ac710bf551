using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Datasets;

/// <summary>Daily capacity from a day on, until a later row for the same community and service.</summary>
/// <param name="DailyCapacity">Person-visits a day.</param>
/// <param name="OpenDays">Days of a week on which the service is open; null where uploads give none.</param>
public sealed record CapacityFact(
    [property: CommunityColumn(Role = ColumnRole.Key)] string Community,
    [property: ServiceColumn(Role = ColumnRole.Key)] string Service,
    [property: UploadColumn(
        "first day of the capacity, until the next row of the same community and service",
        "生效日期，直至同一社区同一服务的下一行",
        Synonyms = ["起始日期", "开始日期", "valid_from", "date"],
        Role = ColumnRole.Key,
        Latest = DayBound.Planned)]
    DateOnly From,
    [property: UploadColumn("visits that can be served a day", "每日可服务的人次", Synonyms = ["日容量", "capacity", "容量"], Unit = Unit.PersonVisits)]
    double DailyCapacity,
    [property: UploadColumn("number of employees", "工作人员", Synonyms = ["人员", "工作人员数"], Unit = Unit.Persons)]
    double? Staff,
    [property: UploadColumn("number of employees with a certificate", "其中的持证人员", Synonyms = ["持证人员", "受训人员"], Unit = Unit.Persons)]
    double? TrainedStaff,
    [property: UploadColumn("number of facilities", "设施数量", Synonyms = ["设施", "设施数"])]
    double? Facilities,
    [property: UploadColumn("funding of the service, in the city's currency", "服务经费，以本地货币计", Synonyms = ["经费", "资金"], Max = 1e12)]
    double? Funding,
    [property: UploadColumn(
        "days of a week on which the service is open, 7 at most; a city that counts by week or month needs them where these are not the "
            + "working days of the calendar",
        "每周开放天数，至多 7；按周或月计数的城市，若开放日不是日历中的工作日，则需要此项", Synonyms = ["每周开放天数"], Max = 7)]
    double? OpenDays = null)
{
    internal static DatasetSchema<CapacityFact> Schema { get; } =
        new("capacity") { RowIs = "the daily capacity of a service, from a day on" };
}
