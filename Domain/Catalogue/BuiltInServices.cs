using static CommunityDemand.Domain.Catalogue.NeedClass;
using static CommunityDemand.Domain.Catalogue.SupplyType;

namespace CommunityDemand.Domain.Catalogue;

/// <summary>Services of the handbook, in the handbook's order: four need classes, three supply types.</summary>
internal static class BuiltInServices
{
    public static IReadOnlyList<Service> All { get; } =
    [
        new("food-supply", "Food supply", "食品供应", BasicLiving, Basic),
        new("water-supply", "Water supply", "供水服务", BasicLiving, Basic),
        new("housing-safety", "Housing safety", "住房安全", BasicLiving, Professional),
        new("transport", "Community transport", "交通出行", BasicLiving, Basic),
        new("energy", "Energy supply", "能源供应", BasicLiving, Basic),

        new("elderly-day-care", "Elderly day care", "老年人日间照料", SocialServices, Professional, ElderlySensitive: true),
        new("convenience", "Convenience services", "便民服务", SocialServices, Basic),
        new("one-stop-desk", "Online one-stop desk", "网上政务服务", SocialServices, Digital),
        new("fitness", "Fitness facilities", "健身设施", SocialServices, Basic),
        new("public-facilities", "Public facilities", "公共设施", SocialServices, Basic),
        new("accessibility", "Accessibility", "无障碍服务", SocialServices, Professional, ElderlySensitive: true),
        new("family-doctor", "Family doctor", "家庭医生", SocialServices, Professional, ElderlySensitive: true),
        new("chronic-disease", "Chronic disease management", "慢性病管理", SocialServices, Professional, ElderlySensitive: true),
        new("health-check", "Health check", "健康体检", SocialServices, Professional, ElderlySensitive: true),
        new("vaccination", "Vaccination", "预防接种", SocialServices, Professional),
        new("rehabilitation", "Rehabilitation", "康复服务", SocialServices, Professional, ElderlySensitive: true),
        new("counselling", "Counselling", "心理咨询", SocialServices, Professional),
        new("legal-aid", "Legal aid", "法律援助", SocialServices, Professional),
        new("public-safety", "Public safety", "治安防范", SocialServices, Basic),

        new("basic-education", "Basic education", "基础教育", CultureAndEducation, Basic),
        new("vocational-training", "Vocational training", "职业培训", CultureAndEducation, Professional),
        new("adult-education", "Adult education", "成人教育", CultureAndEducation, Basic),
        new("library", "Library", "图书阅览", CultureAndEducation, Basic),
        new("e-library", "Online library", "数字图书馆", CultureAndEducation, Digital),
        new("cultural-events", "Cultural events", "文化活动", CultureAndEducation, Basic),
        new("sports", "Sports", "体育活动", CultureAndEducation, Basic),
        new("arts", "Arts", "艺术活动", CultureAndEducation, Professional),

        new("meal-help", "Meal help", "助餐服务", SpecialGroups, Basic, ElderlySensitive: true),
        new("bathing-help", "Bathing help", "助浴服务", SpecialGroups, Professional, ElderlySensitive: true),
        new("emergency-call", "Emergency call", "紧急呼叫", SpecialGroups, Digital, ElderlySensitive: true),
        new("health-monitoring", "Health monitoring", "健康监测", SpecialGroups, Digital, ElderlySensitive: true),
        new("home-adaptation", "Home adaptation", "居家适老化改造", SpecialGroups, Professional, ElderlySensitive: true),
        new("assistive-devices", "Assistive devices", "辅助器具", SpecialGroups, Professional, ElderlySensitive: true),
        new("child-care", "Child care", "托育服务", SpecialGroups, Professional),
        new("tutoring", "Tutoring", "课后辅导", SpecialGroups, Basic),
        new("parent-child", "Parent-child activities", "亲子活动", SpecialGroups, Basic),
        new("subsistence-allowance", "Subsistence allowance", "最低生活保障", SpecialGroups, Basic),
        new("temporary-relief", "Temporary relief", "临时救助", SpecialGroups, Basic),
        new("language-training", "Language training for migrant workers", "外来务工人员语言培训", SpecialGroups, Professional),
        new("job-training", "Job training for migrant workers", "外来务工人员就业培训", SpecialGroups, Professional),
    ];
}
