using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>Themes of comments: eight pain points, and praise.</summary>
internal static class CommentThemes
{
    public static IReadOnlyList<CommentTheme> PainPoints { get; } =
    [
        new("slow_response", 0.24,
            ["{0}等了一个多小时才有人接待。", "申请{0}三天了还没有回复。", "{0}排队太久，效率低。", "预约{0}要等两周，太慢了。"],
            ["Waited over an hour for {0}.", "No answer for three days after I asked for {0}.", "The queue for {0} is far too long.",
                "Two weeks for an appointment: {0} is too slow."]),
        new("complicated_process", 0.14,
            ["办{0}要填四张表，手续太繁琐。", "{0}的流程看不懂，跑了三趟。", "同样的材料{0}要交两次。", "{0}办理步骤太多。"],
            ["Four forms to get {0}: too complicated.", "I came three times because nobody explains the steps of {0}.",
                "{0} asks for the same papers twice.", "Too many steps for {0}."]),
        new("attitude", 0.16,
            ["{0}的工作人员态度冷淡。", "{0}窗口说话很不耐烦。", "在{0}被工作人员训斥。", "{0}没有人愿意耐心解释。"],
            ["Staff at {0} were rude.", "The desk of {0} was impatient with my father.", "They shouted at us at {0}.",
                "Nobody at {0} cared to explain."]),
        new("missing_service", 0.10,
            ["我们小区没有{0}。", "周末没有{0}，上班族用不上。", "{0}从来不到我们楼。", "希望增加{0}的项目。"],
            ["There is no {0} in our block.", "{0} is closed at weekends, when we could come.", "{0} never reaches our building.",
                "We need more kinds of {0}."]),
        new("quality", 0.12,
            ["{0}的质量越来越差。", "{0}做得不专业。", "{0}饭菜凉了，服务敷衍。", "{0}效果不好。"],
            ["The quality of {0} has gone down.", "{0} was not done professionally.", "{0} was careless and half finished.",
                "{0} did not help at all."]),
        new("facility", 0.10,
            ["{0}的设备坏了半年没修。", "{0}场地太小，没有座位。", "{0}没有电梯，轮椅上不去。", "{0}的空调不制冷。"],
            ["The equipment of {0} has been broken for months.", "The room for {0} is too small, with no seats.",
                "No lift at {0}: wheelchairs can't get in.", "The air conditioning at {0} does not work."]),
        new("cost", 0.06,
            ["{0}收费太高。", "{0}涨价了，退休金不够用。", "{0}乱收费。", "{0}补贴没有到账。"],
            ["{0} costs too much.", "The price of {0} went up beyond my pension.", "{0} charged more than announced.",
                "The subsidy for {0} never came."]),
        new("information", 0.08,
            ["不知道{0}几点开门，网上查不到。", "{0}改时间没有通知。", "{0}电话打不通，没有公告。", "{0}的信息不公开。"],
            ["No one knows when {0} is open; the site says nothing.", "{0} changed its hours without notice.",
                "The notice about {0} was wrong.", "I could not find any information on {0}."]),
    ];

    public static CommentTheme Praise { get; } = new(
        "praise",
        0,
        ["{0}很好，点赞！", "{0}的工作人员热情周到。", "{0}方便多了，非常满意。", "感谢{0}，帮了大忙。"],
        ["{0} is excellent.", "The people at {0} are warm and helpful.", "{0} has become so much easier; very satisfied.",
            "{0} helped us a lot."]);

    /// <summary>A pain point, drawn by weight.</summary>
    public static CommentTheme PickPainPoint(this RandomStream random)
    {
        var left = random.Uniform();
        foreach (var theme in PainPoints)
        {
            left -= theme.Weight;
            if (left < 0) return theme;
        }

        return PainPoints[^1];
    }
}
