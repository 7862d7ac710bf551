using CommunityDemand.Domain.Feedback;

namespace CommunityDemand.Models.Themes;

/// <summary>
/// Phrases by which anyone would know a theme, in Chinese and English: what the classifier starts from where nobody labels comments. English ones
/// match from the beginning of a word on; a blank at the end asks for the word's end as well.
/// </summary>
internal static class SeedPhrases
{
    public static IReadOnlyList<(CommentTheme Theme, string[] Phrases)> All { get; } =
    [
        (CommentTheme.SlowResponse,
        [
            "慢", "排队", "排了", "等了", "等候", "等待", "要等", "久等", "等半天", "等很久", "太久", "好久", "很久", "迟迟", "拖延", "拖着", "拖了", "效率低", "效率不高", "没人理",
            "没人管", "没人接待", "没有回音", "没回音", "没回复", "没有回复", "没有答复", "没答复", "未回复", "未答复", "没有处理", "一直没处理", "不及时", "超时", "催了", "约不上", "排不上",
            "几天了", "几个月了", "响应", "长队", "人太多", "挂不上号", "抢不到",
            "slow", "wait", "queue", "queuing", "line was", "delay", "late ", "took ages", "takes ages", "took too long", "takes too long", "too long", "for hours", "hours",
            "no reply", "no response", "not replied", "not responded", "no answer", "unanswered", "never replied", "never answered", "still nothing", "still no ", "response time", "overdue",
            "backlog", "for weeks", "for months to hear", "earliest appointment", "days ago", "minutes late", "forever", "respond",
        ]),
        (CommentTheme.ComplicatedProcess,
        [
            "手续", "流程", "步骤", "繁琐", "复杂", "麻烦", "填表", "表格", "材料", "证明", "跑腿", "来回跑", "多跑", "白跑", "盖章", "审批", "推来推去", "踢皮球", "重复提交", "重复填",
            "程序太", "环节", "复印件", "身份证原件", "办不下来", "不会操作",
            "form", "paperwork", "papers", "document", "procedure", "process", "complicated", "bureaucra", "red tape", "steps", "step ", "sent back", "back and forth", "different window",
            "from one office to", "confusing", "photocop", "certificate", "approval", "stamp", "submit", "complex", "come back again", "several trips", "several times", "hard to apply",
        ]),
        (CommentTheme.Attitude,
        [
            "态度", "冷淡", "冷漠", "不耐烦", "没耐心", "耐心", "粗鲁", "不礼貌", "没礼貌", "骂", "吼", "凶", "爱理不理", "爱答不理", "甩脸", "脸色", "傲慢", "敷衍了事的态度", "歧视", "推诿", "嫌弃",
            "不尊重", "瞧不起", "看不起", "语气", "摆架子", "嘲笑", "顶嘴",
            "rude", "impatien", "unfriendly", "impolite", "disrespect", "shout", "yell", "ignored us", "ignored me", "ignored my", "attitude", "unhelpful", "arrogan", "dismissive", "cold ", "scold",
            "hostile", "no patience", "looked down", "discriminat", "manner", "tone", "insult", "did not care", "didnt care", "couldnt be bothered", "condescend", "treated us", "treated me", "sworn", "snapped at",
        ]),
        (CommentTheme.MissingService,
        [
            "没有开设", "没开设", "不提供", "没有提供", "没这项", "没有这个服务", "没有这项", "缺少", "缺乏", "取消了", "停办", "停了", "覆盖不到", "不覆盖", "不上门", "到不了", "不到我们", "希望增加", "希望开设", "希望开通", "建议增加",
            "建议开设", "增设", "名额", "周末", "晚上没有", "节假日没有", "只有工作日", "附近没有", "小区没有", "社区没有", "我们这里没有", "我们这没有", "太少", "种类少", "项目少", "品种", "开放时间短",
            "there is no ", "there are no ", "not offered", "not available", "unavailable", "not provided", "doesnt exist", "does not exist", "nothing for", "none near", "nowhere near", "too far", "weekend",
            "evening", "more classes", "more types", "more places", "more activities", "please add", "wish there", "would like to have", "should offer", "should open", "not enough places", "no places left",
            "fully booked", "cancelled", "discontinued", "only on weekdays", "does not cover", "doesnt cover", "never comes", "never come ", "not in our", "our area", "our neighbourhood has no", "lack of",
        ]),
        (CommentTheme.Quality,
        [
            "质量", "不专业", "专业性", "水平", "难吃", "不好吃", "味道", "口味", "冷饭", "不新鲜", "变质", "敷衍", "马虎", "粗糙", "没效果", "没有效果", "效果", "没用", "没有用", "做得不好", "做得差", "越来越差", "太差", "很差",
            "不满意", "不合格", "不到位", "不干净", "没修好", "又坏", "走过场", "形式主义", "失望", "一般般", "错误", "做错", "弄错", "出错", "不认真",
            "quality", "unprofessional", "careless", "sloppy", "poorly", "badly", "poor ", "bad ", "worse", "half done", "unfinished", "not fixed", "mistake", "wrong treatment",
            "tasteless", "cold food", "food was", "stale", "undercooked", "dirty", "useless", "no use", "no help", "not helpful", "ineffective", "no effect", "disappoint", "not satisfied", "unsatisf", "dissatisf", "not good",
            "below standard", "substandard", "incompetent", "untrained", "not trained", "not done",
        ]),
        (CommentTheme.Facility,
        [
            "设备", "设施", "器材", "场地", "场所", "房间", "环境", "电梯", "轮椅", "无障碍", "坡道", "台阶", "扶手", "厕所", "卫生间", "洗手间", "座位", "椅子", "桌子", "空调", "暖气", "漏水", "灯", "坏了", "损坏", "破旧", "老旧", "维修",
            "报修", "太小", "拥挤", "狭小", "停车", "车位", "太暗", "太热", "太冷", "太吵", "噪音", "机器", "屏幕", "网络", "无线",
            "equipment", "facilit", "machine", "broken", "out of order", "repair", "lift ", "elevator", "ramp", "wheelchair", "stairs", "toilet", "restroom", "bathroom", "seat", "chair", "bench", "air condition", "heating", "heater",
            "leak", "room ", "rooms ", "building is", "building was", "space", "crowded", "cramped", "too small", "parking", "light", "noisy", "noise", "too hot", "too cold", "handrail", "accessib", "worn out", "rundown", "screen", "wifi",
        ]),
        (CommentTheme.Cost,
        [
            "收费", "费用", "价格", "价钱", "太贵", "很贵", "贵", "涨价", "涨了", "多收", "养老金", "负担", "付不起", "用不起", "掏钱", "花钱", "自费", "补贴", "补助", "报销", "押金", "退款", "退费", "退钱", "扣费", "扣钱", "便宜点", "优惠",
            "免费", "不划算", "元",
            "expensive", "cost", "price", "fee ", "fees", "charge", "afford", "money", "pension", "overpriced", "overcharg", "pay ", "paid", "payment", "subsid", "refund", "deposit", "discount", "bill ", "billed", "allowance", "reimburse",
            "yuan", "rip off", "free of",
        ]),
        (CommentTheme.Information,
        [
            "不知道", "不清楚", "找不到", "没有通知", "没通知", "未通知", "不通知", "通知", "公告", "公示", "公开", "透明", "信息", "打不通", "没人接电话", "电话没人接", "无人接听", "占线", "网站", "公众号", "宣传", "几点开门", "营业时间", "开放时间",
            "时间表", "指引", "指示", "标识", "咨询", "说法不一", "问谁", "联系方式", "告知", "更新不及时",
            "information", "notice", "notif", "website", "web site", "online", "not told", "nobody told", "no one told", "didnt know", "did not know", "dont know", "do not know", "nobody knows", "unclear", "announce",
            "opening hours", "opening times", "schedule", "timetable", "phone number", "no one picks up", "nobody picks up", "never pick", "hotline", "sign ", "signs ", "signpost", "find out", "out of date", "outdated", "transparen", "publish",
            "inform", "advertis", "contact details",
        ]),
        (CommentTheme.Praise,
        [
            "点赞", "满意", "很好", "非常好", "真好", "太好了", "不错", "挺好", "优秀", "热情", "贴心", "细心", "耐心细致", "很耐心", "非常耐心", "很方便", "真方便", "感谢", "多亏", "表扬", "好评", "棒", "赞", "放心", "舒心", "暖心", "温暖",
            "亲切", "友好", "专业又", "很专业", "喜欢", "高效", "很快", "态度好", "态度很好", "服务态度好", "效率高", "继续保持", "越来越好", "干净", "很干净", "质量好", "价格实惠", "实惠", "很便宜",
            "excellent", "great", "good ", "very good", "wonderful", "fantastic", "amazing", "helpful", "very helpful", "friendly", "kind ", "warm ", "patient and", "very patient", "satisfied", "happy", "pleased", "grateful", "thanks to", "love ", "loved", "best ",
            "perfect", "easy ", "convenient", "helped me", "helped my", "recommend", "keep it up", "well done", "well organi", "improved", "polite", "quick", "impressed", "appreciate", "clean ", "very professional", "not expensive",
            "affordable", "reasonable price",
        ]),
    ];

    /// <summary>Politeness, and denials of what would else count.</summary>
    public static IReadOnlyList<string> Neutral { get; } =
    [
        "谢谢", "感谢您的", "希望改善", "尽快处理", "尽快解决", "尽快回复", "不贵", "不慢", "不麻烦", "不复杂", "慢性病", "慢病", "没有问题", "表示感谢", "工作人员", "请问", "元旦", "单元", "公元",
        "thank you", "please reply", "good morning", "good afternoon", "would be good", "would be great", "not slow", "no problem", "not rude", "a good idea", "as soon as", "kind regards", "best regards", "one more time", "latest",
        "a great deal", "great need", "coldest", "lighting up", "formal", "former", "processed", "patient ", "informal", "performance",
    ];
}
