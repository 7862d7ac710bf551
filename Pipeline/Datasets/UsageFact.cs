using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Datasets;

/// <summary>Sums of one community x service x group over a day, or over the week, month, quarter or year that starts on the day.</summary>
/// <param name="Community">Community code.</param>
/// <param name="Service">Service code.</param>
/// <param name="Date">The day; the first one of a longer period.</param>
/// <param name="Group">Resident group; null where uploads give none.</param>
/// <param name="Visits">Person-visits served.</param>
/// <param name="Unmet">Person-visits turned away.</param>
/// <param name="StaffHours">Staff hours; null where uploads give none.</param>
/// <param name="Responses">Response times; null where uploads give none.</param>
/// <param name="Period">Period that the figures stand for.</param>
[IdColumn("event_id", "id of a single visit; of rows with one id one counts", "单次服务的流水号，相同流水号只计一次", Synonyms = ["流水号", "事件编号"])]
public sealed record UsageFact(
    [property: CommunityColumn] string Community,
    [property: ServiceColumn] string Service,
    [property: DateColumn("day of the visits", "服务日期", Synonyms = ["日期", "服务日期", "day"], Role = ColumnRole.Partition)] DateOnly Date,
    [property: GroupColumn] string? Group,
    [property: UploadColumn(
        "visits served", "服务人次", Synonyms = ["人次", "服务人次"], Unit = Unit.PersonVisits, Default = 1.0, IsNeededWithoutId = true,
        IsWhole = true)]
    double Visits,
    [property: UploadColumn(
        "visits turned away", "未满足的人次", Synonyms = ["未满足", "未满足人次", "turned_away"], Unit = Unit.PersonVisits, Default = 0.0,
        IsWhole = true)]
    double Unmet,
    [property: UploadColumn("hours that staff worked", "人员工时", Synonyms = ["工时", "人员工时"])] double? StaffHours,
    [property: UploadColumn("minutes until the response", "响应用时（分钟）", Name = "response_minutes", Synonyms = ["响应分钟", "响应时间"])]
    ResponseTimes? Responses,
    [property: UploadColumn(
        "period that the figures stand for: `day`, `week`, `month`, `quarter` or `year`; the date lies in it",
        "数字所属的周期：day 日、week 周、month 月、quarter 季、year 年；日期在该周期内", Synonyms = ["统计周期"], Default = "day")]
    Frequency Period = Frequency.Daily)
{
    internal static DatasetSchema<UsageFact> Schema { get; } =
        new("usage") { RowIs = "visits of a service on a day, or a single one", IsSummed = true };

    /// <summary>Person-visits wanted: served and turned away.</summary>
    public double Demand => Visits + Unmet;
}
