using CommunityDemand.Domain.Text;

namespace CommunityDemand.Domain.Feedback;

/// <summary>Codes of comment themes, and the labels that uploads use for themes.</summary>
public static class CommentThemes
{
    private static readonly CodeTable<CommentTheme> Table = new(
        (CommentTheme.SlowResponse,
            ["slow_response", "slow", "waiting", "waiting_time", "response", "timeliness", "响应慢", "响应不及时", "等待时间长", "效率低"]),
        (CommentTheme.ComplicatedProcess, ["complicated_process", "process", "procedure", "bureaucracy", "流程复杂", "流程繁琐", "手续繁琐", "程序复杂"]),
        (CommentTheme.Attitude, ["attitude", "service_attitude", "staff_attitude", "态度", "服务态度", "态度差"]),
        (CommentTheme.MissingService, ["missing_service", "availability", "coverage", "服务缺失", "服务不足", "项目缺失", "覆盖不足"]),
        (CommentTheme.Quality, ["quality", "service_quality", "质量", "服务质量", "质量差"]),
        (CommentTheme.Facility, ["facility", "facilities", "equipment", "environment", "设施", "设备", "设施不足", "环境", "场地"]),
        (CommentTheme.Cost, ["cost", "price", "fee", "fees", "charges", "费用", "价格", "收费", "收费高"]),
        (CommentTheme.Information, ["information", "info", "communication", "信息", "信息不公开", "信息不透明", "宣传不足"]),
        (CommentTheme.Praise, ["praise", "compliment", "satisfied", "表扬", "好评", "满意", "感谢"]));

    /// <summary>All themes.</summary>
    public static IReadOnlyList<CommentTheme> All { get; } = Enum.GetValues<CommentTheme>();

    /// <summary>The code, such as <c>slow_response</c>.</summary>
    public static string Code(this CommentTheme theme) => Table.Print(theme);

    /// <summary>Parses a label of an upload.</summary>
    public static bool TryParse(string? text, out CommentTheme theme) => Table.TryParse(text, out theme);
}
