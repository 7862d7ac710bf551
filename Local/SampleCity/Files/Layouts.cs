using static CommunityDemand.Local.SampleCity.Files.CellKind;

namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>Columns of the files, with the names of the upload contract.</summary>
internal static class Layouts
{
    private static readonly TableColumn Community = new("community", "社区", Text);
    private static readonly TableColumn Service = new("service", "服务", Text);
    private static readonly TableColumn Day = new("date", "日期", Date);

    public static TableColumn[] Usage { get; } =
    [
        Community, Service, Day,
        new("visits", "人次"), new("unmet", "未满足"), new("response_minutes", "响应分钟"), new("staff_hours", "工时"),
    ];

    /// <summary>The same with the period of the figures, for a file whose dates do not tell it.</summary>
    public static TableColumn[] UsageOfPeriods { get; } = [.. Usage, new("period", "统计周期", Text)];

    /// <summary>One row for each event: the number of visits has its default of 1.</summary>
    public static TableColumn[] Events { get; } =
    [
        Community, Service, Day, new("event_id", "流水号", Text), new("group", "人群", Text), new("response_minutes", "响应分钟"),
    ];

    public static TableColumn[] Feedback { get; } =
    [
        Community, Service, Day,
        new("source", "来源", Text), new("channel", "渠道", Text), new("group", "人群", Text),
        new("content", "内容"), new("efficiency", "效率"), new("attitude", "态度"), new("sustainability", "可持续"), new("innovation", "创新"),
        new("complaint", "投诉"), new("comment", "意见", Text), new("theme", "主题", Text), new("feedback_id", "反馈编号", Text),
    ];

    public static TableColumn[] Capacity { get; } =
    [
        Community, Service, new("from", "起始日期", Date),
        new("daily_capacity", "日容量"), new("staff", "人员"), new("trained_staff", "受训人员"), new("facilities", "设施"), new("funding", "经费"),
    ];

    /// <summary>The same with the open days of a week, for a city whose figures are not of days.</summary>
    public static TableColumn[] CapacityOfPeriods { get; } = [.. Capacity, new("open_days", "每周开放天数")];

    public static TableColumn[] Population { get; } =
    [
        Community, Day,
        new("population", "人口"), new("age_60_plus", "60岁以上"), new("age_65_plus", "65岁以上"), new("age_15_35", "15至35岁"),
        new("disabled", "残疾人"), new("low_income", "低收入"), new("children", "儿童"), new("households", "户数"),
    ];

    public static TableColumn[] Communities { get; } =
    [
        Community, new("name", "名称", Text), new("subdistrict", "街道", Text), new("district", "区", Text), new("city", "市", Text),
        new("valid_from", "生效日期", Date), new("valid_to", "失效日期", Date),
    ];

    public static TableColumn[] Services { get; } =
    [
        Service, new("name_en", "英文名称", Text), new("name_zh", "中文名称", Text), new("need_class", "需求类别", Text),
        new("supply_type", "供给类型", Text),
        new("elderly_sensitive", "老年敏感"), new("response_target_minutes", "响应目标分钟"),
    ];

    public static TableColumn[] Participation { get; } =
    [
        Community, Day, new("participants", "参与人数"), new("channel", "渠道", Text), new("mode", "方式", Text), new("eligible", "应参与人数"),
    ];

    public static TableColumn[] Improvements { get; } =
    [
        Community, Service, new("start", "开始日期", Date), new("measure", "措施", Text), new("target", "目标"), new("end", "结束日期", Date),
    ];

    public static TableColumn[] Calendar { get; } =
    [
        Day, new("kind", "类型", Text), new("name", "名称", Text), Community, new("district", "区", Text),
    ];
}
