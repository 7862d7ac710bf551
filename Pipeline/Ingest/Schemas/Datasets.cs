using System.Collections.Frozen;
using CommunityDemand.Domain.Catalogue;

namespace CommunityDemand.Pipeline.Ingest.Schemas;

/// <summary>The nine datasets that can be uploaded.</summary>
internal static class Datasets
{
    private static readonly TextColumn Community = new("community", "社区", "社区编码", "社区代码", "community_code", "community_id") { Required = true };
    private static readonly TextColumn Service = new("service", "服务", "服务编码", "服务代码", "服务项目", "service_code", "service_id");
    private static readonly TextColumn Group = new("group", "人群", "人群类别", "resident_group");
    private static readonly DayColumn Date = new("date", "日期", "day") { Required = true };
    private static readonly TextColumn Channel = new("channel", "渠道");

    public static DatasetSchema Usage { get; } = new(
        "usage",
        Community,
        Service with { Required = true },
        Date with { Aliases = ["日期", "服务日期", "day"] },
        Group,
        new NumberColumn("visits", "人次", "服务人次"),
        new NumberColumn("unmet", "未满足", "未满足人次", "turned_away"),
        new NumberColumn("staff_hours", "工时", "人员工时"),
        new NumberColumn("response_minutes", "响应分钟", "响应时间"),
        new TextColumn("event_id", "流水号", "事件编号"))
    {
        IdColumn = "event_id",
        PartitionColumn = "date",
        OneOf = ["visits", "event_id"],
        Check = cells => cells[UsageCells.Visits].IsMissing && cells[UsageCells.EventId].IsMissing ? ("visits", "missing") : null,
    };

    public static DatasetSchema Feedback { get; } = new(
        "feedback",
        Community,
        Date,
        Service,
        new ChoiceColumn("source", "来源")
        {
            Choices = new Dictionary<string, string[]>
            {
                ["resident"] = ["居民", "residents"],
                ["staff"] = ["工作人员", "员工"],
                ["third_party"] = ["第三方", "第三方评估"],
            },
        },
        Channel,
        Group,
        new ScoreColumn("content", "内容", "服务内容"),
        new ScoreColumn("efficiency", "效率", "服务效率"),
        new ScoreColumn("attitude", "态度", "服务态度"),
        new ScoreColumn("sustainability", "可持续", "可持续性"),
        new ScoreColumn("innovation", "创新", "创新性"),
        new FlagColumn("complaint", "投诉", "是否投诉"),
        new TextColumn("comment", "意见", "意见建议", "评论") { IsComment = true, MaxLength = TextColumn.CommentLength },
        new TextColumn("theme", "主题", "痛点"),
        new TextColumn("feedback_id", "反馈编号", "问卷编号"))
    {
        IdColumn = "feedback_id",
        PartitionColumn = "date",
    };

    public static DatasetSchema Capacity { get; } = new(
        "capacity",
        Community,
        Service with { Required = true },
        new DayColumn("from", "起始日期", "开始日期", "valid_from", "date") { Required = true, Latest = DayBound.Planned },
        new NumberColumn("daily_capacity", "日容量", "capacity", "容量") { Required = true },
        new NumberColumn("staff", "人员", "工作人员数"),
        new NumberColumn("trained_staff", "持证人员", "受训人员"),
        new NumberColumn("facilities", "设施", "设施数"),
        new NumberColumn("funding", "经费", "资金") { Max = 1e12 })
    {
        Key = ["community", "service", "from"],
    };

    public static DatasetSchema Population { get; } = new(
        "population",
        Community,
        Date,
        new NumberColumn("population", "人口", "人口数", "常住人口") { Required = true },
        new NumberColumn("age_60_plus", "60岁以上", "60岁及以上", "老年人口"),
        new NumberColumn("age_65_plus", "65岁以上", "65岁及以上"),
        new NumberColumn("age_15_35", "15至35岁", "15-35岁", "青年人口"),
        new NumberColumn("disabled", "残疾人", "残疾人数"),
        new NumberColumn("low_income", "低收入", "低保人数"),
        new NumberColumn("children", "儿童", "儿童人口"),
        new NumberColumn("households", "户数", "家庭户数"))
    {
        Key = ["community", "date"],
    };

    public static DatasetSchema Communities { get; } = new(
        "communities",
        Community,
        new TextColumn("name", "名称", "社区名称") { Required = true },
        new TextColumn("subdistrict", "街道", "street") { Required = true },
        new TextColumn("district", "区", "行政区") { Required = true },
        new TextColumn("city", "市", "城市"),
        new DayColumn("valid_from", "生效日期", "成立日期") { Latest = DayBound.Planned },
        new DayColumn("valid_to", "失效日期", "撤销日期") { Latest = DayBound.Any })
    {
        Key = ["community"],
        Check = static cells => Backwards(cells[5], cells[6]) ? ("valid_to", "before valid_from") : null,
    };

    public static DatasetSchema Services { get; } = new(
        "services",
        Service with { Required = true },
        new TextColumn("name_en", "英文名称") { Required = true },
        new TextColumn("name_zh", "中文名称", "服务名称") { Required = true },
        new CodeColumn(
            "need_class",
            static text => NeedClasses.TryParse(text, out var need) ? need.Code() : null,
            string.Join(", ", NeedClasses.All.Select(need => need.Code())),
            "需求类别",
            "需求类型")
        {
            Required = true,
        },
        new CodeColumn(
            "supply_type",
            static text => SupplyTypes.TryParse(text, out var supply) ? supply.Code() : null,
            string.Join(", ", SupplyTypes.All.Select(supply => supply.Code())),
            "供给类型",
            "供给类别")
        {
            Required = true,
        },
        new FlagColumn("elderly_sensitive", "老年敏感", "适老"),
        new NumberColumn("response_target_minutes", "响应目标分钟", "响应目标") { Max = 1_000_000 })
    {
        Key = ["service"],
    };

    public static DatasetSchema Participation { get; } = new(
        "participation",
        Community,
        Date,
        new NumberColumn("participants", "参与人数", "参与") { Required = true },
        Channel,
        new TextColumn("mode", "方式", "参与方式"),
        new NumberColumn("eligible", "应参与人数", "总人数"))
    {
        Key = ["community", "date", "channel", "mode"],
    };

    public static DatasetSchema Improvements { get; } = new(
        "improvements",
        Community,
        new DayColumn("start", "开始日期", "start_date") { Required = true, Latest = DayBound.Planned },
        new TextColumn("measure", "措施", "改进措施") { Required = true, MaxLength = 1024 },
        Service,
        new NumberColumn("target", "目标", "目标值"),
        new DayColumn("end", "结束日期", "end_date") { Latest = DayBound.Any })
    {
        Key = ["community", "start", "measure", "service"],
        Check = static cells => Backwards(cells[1], cells[5]) ? ("end", "before start") : null,
    };

    public static DatasetSchema Calendar { get; } = new(
        "calendar",
        Date with { Latest = DayBound.Planned },
        new ChoiceColumn("kind", "类型", "日期类型")
        {
            Required = true,
            Choices = new Dictionary<string, string[]>
            {
                ["holiday"] = ["节假日", "假日", "放假"],
                ["make_up_workday"] = ["调休", "补班", "调休上班", "workday"],
                ["event"] = ["活动", "事件"],
            },
        },
        new TextColumn("name", "名称"),
        Community with { Required = false },
        new TextColumn("district", "区"))
    {
        Key = ["date", "community", "district"],
    };

    public static FrozenDictionary<string, DatasetSchema> All { get; } =
        new[] { Usage, Feedback, Capacity, Population, Communities, Services, Participation, Improvements, Calendar }
            .ToFrozenDictionary(schema => schema.Name, StringComparer.OrdinalIgnoreCase);

    private static bool Backwards(Cell from, Cell to) => to.Number < from.Number;
}
