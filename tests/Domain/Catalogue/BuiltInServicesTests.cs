using System.Text;
using CommunityDemand.Domain.Catalogue;
using static CommunityDemand.Domain.Catalogue.NeedClass;

namespace CommunityDemand.Tests.Domain.Catalogue;

/// <summary>The handbook's list of services, written down once more from its text: what it names, the catalogue has.</summary>
public sealed class BuiltInServicesTests
{
    [Theory]
    [InlineData(BasicLiving, "food", "食品", "food-supply")]
    [InlineData(BasicLiving, "water", "供水", "water-supply")]
    [InlineData(BasicLiving, "housing safety", "住房安全", "housing-safety")]
    [InlineData(BasicLiving, "transport", "交通", "transport")]
    [InlineData(BasicLiving, "energy", "能源", "energy")]
    [InlineData(SocialServices, "elderly day care", "日间照料", "elderly-day-care")]
    [InlineData(SocialServices, "convenience services", "便民", "convenience")]
    [InlineData(SocialServices, "fitness", "健身", "fitness")]
    [InlineData(SocialServices, "public facilities", "公共设施", "public-facilities")]
    [InlineData(SocialServices, "accessibility", "无障碍", "accessibility")]
    [InlineData(SocialServices, "family doctor", "家庭医生", "family-doctor")]
    [InlineData(SocialServices, "chronic disease management", "慢性病", "chronic-disease")]
    [InlineData(SocialServices, "health check", "体检", "health-check")]
    [InlineData(SocialServices, "vaccination", "接种", "vaccination")]
    [InlineData(SocialServices, "rehabilitation", "康复", "rehabilitation")]
    [InlineData(SocialServices, "counselling", "心理咨询", "counselling")]
    [InlineData(SocialServices, "legal aid", "法律援助", "legal-aid")]
    [InlineData(SocialServices, "public safety", "治安", "public-safety")]
    [InlineData(CultureAndEducation, "basic education", "基础教育", "basic-education")]
    [InlineData(CultureAndEducation, "vocational", "职业", "vocational-training")]
    [InlineData(CultureAndEducation, "adult education", "成人教育", "adult-education")]
    [InlineData(CultureAndEducation, "library", "图书", "library")]
    [InlineData(CultureAndEducation, "cultural events", "文化活动", "cultural-events")]
    [InlineData(CultureAndEducation, "sports", "体育", "sports")]
    [InlineData(CultureAndEducation, "arts", "艺术", "arts")]
    [InlineData(SpecialGroups, "meal help", "助餐", "meal-help")]
    [InlineData(SpecialGroups, "bathing help", "助浴", "bathing-help")]
    [InlineData(SpecialGroups, "emergency call", "紧急呼叫", "emergency-call")]
    [InlineData(SpecialGroups, "health monitoring", "健康监测", "health-monitoring")]
    [InlineData(SpecialGroups, "home adaptation", "适老化改造", "home-adaptation")]
    [InlineData(SpecialGroups, "assistive devices", "辅助器具", "assistive-devices")]
    [InlineData(SpecialGroups, "child care", "托育", "child-care")]
    [InlineData(SpecialGroups, "tutoring", "辅导", "tutoring")]
    [InlineData(SpecialGroups, "parent-child activities", "亲子活动", "parent-child")]
    [InlineData(SpecialGroups, "subsistence allowance", "最低生活保障", "subsistence-allowance")]
    [InlineData(SpecialGroups, "temporary relief", "临时救助", "temporary-relief")]
    [InlineData(SpecialGroups, "language training for migrant workers", "语言培训", "language-training")]
    [InlineData(SpecialGroups, "job training for migrant workers", "就业培训", "job-training")]
    public void BuiltIn_ServiceOfTheHandbook_IsThereInBothLanguages(NeedClass needClass, string english, string chinese, string code)
    {
        ServiceCatalogue.BuiltIn.TryGet(code, out var service).ShouldBeTrue();

        service!.NeedClass.ShouldBe(needClass);
        service.NameEn.ShouldContain(english, Case.Insensitive);
        service.NameZh.ShouldContain(chinese);
    }

    [Fact]
    public void BuiltIn_Names_AreEnglishAndChinese()
    {
        foreach (var service in ServiceCatalogue.BuiltIn.Services)
        {
            service.NameEn.ShouldAllBe(letter => Ascii.IsValid(letter), service.Code);
            service.NameZh.ShouldAllBe(letter => letter >= '\u4e00' && letter <= '\u9fff', service.Code);
        }
    }

    [Fact]
    public void BuiltIn_SupplyTypes_AllThreeOccur() =>
        ServiceCatalogue.BuiltIn.Services.CountBy(service => service.SupplyType).Select(type => type.Key)
            .ShouldBe(SupplyTypes.All, ignoreOrder: true);
}
