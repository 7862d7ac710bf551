using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>Writer of comments in Chinese and English on one theme. Some contain personal numbers that ingest has to remove.</summary>
internal static class CommentWriter
{
    private const double ShareInChinese = 0.7;

    private static readonly string[] OpeningsZh = ["", "", "", "我是本社区居民，", "上周去的，", "家里老人经常用，", "您好，", "说实话，"];
    private static readonly string[] OpeningsEn =
        ["", "", "", "I live here. ", "We went last week. ", "My mother uses it often. ", "Hello. ", "To be honest, "];
    private static readonly string[] EndingsZh = ["", "", "", "希望改进。", "谢谢！", "请尽快处理。", "邻居们也这么说。"];
    private static readonly string[] EndingsEn =
        ["", "", "", " Please look into it.", " Thank you!", " My neighbours say the same.", " Please improve."];

    /// <summary>A comment, and the personal number in it, if there is one.</summary>
    /// <param name="theme">A theme of <see cref="CommentThemes"/>.</param>
    /// <param name="number">Personal number to include; null for none.</param>
    public static string Write(RandomStream random, CommentTheme theme, Service service, PersonalNumber? number)
    {
        if (random.Chance(ShareInChinese))
        {
            var core = string.Format(null, theme.Zh[random.Below(theme.Zh.Count)], service.NameZh);
            return $"{random.Pick(OpeningsZh)}{core}{random.Pick(EndingsZh)}{(number is null ? "" : $"{number.Zh}{number.Value}。")}";
        }

        var english = string.Format(null, theme.En[random.Below(theme.En.Count)], service.NameEn);
        return $"{random.Pick(OpeningsEn)}{english}{random.Pick(EndingsEn)}{(number is null ? "" : $" {number.En} {number.Value}.")}";
    }
}
