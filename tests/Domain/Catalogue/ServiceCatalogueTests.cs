using CommunityDemand.Domain.Catalogue;

namespace CommunityDemand.Tests.Domain.Catalogue;

public sealed class ServiceCatalogueTests
{
    [Fact]
    public void BuiltIn_Services_CoverEveryClassAndTypeOnce()
    {
        var services = ServiceCatalogue.BuiltIn.Services;

        services.Count.ShouldBe(40);
        services.Select(s => s.Code).Distinct().Count().ShouldBe(40);
        services.Select(s => s.NameZh).Distinct().Count().ShouldBe(40);
        services.Select(s => s.NeedClass).Distinct().ShouldBe(NeedClasses.All);
        services.Select(s => s.SupplyType).Distinct().ShouldBe(SupplyTypes.All, ignoreOrder: true);
        services.Count(s => s.ElderlySensitive).ShouldBe(12);
    }

    [Fact]
    public void Indexer_UnknownCode_GivesTheDocumentedDefault() =>
        ServiceCatalogue.BuiltIn["graffiti"].ShouldBe(
            new Service("graffiti", "graffiti", "graffiti", NeedClass.BasicLiving, SupplyType.Basic, false, 30));

    [Fact]
    public void With_UploadedRows_ExtendAndOverride()
    {
        var library = new Service("library", "Reading room", "阅览室", NeedClass.SpecialGroups, SupplyType.Digital);
        var karaoke = new Service("karaoke", "Karaoke", "卡拉OK", NeedClass.CultureAndEducation, SupplyType.Basic);

        var catalogue = ServiceCatalogue.BuiltIn.With([karaoke, library]);

        catalogue["library"].ShouldBe(library);
        catalogue.Services[^1].ShouldBe(karaoke);
        catalogue.Services.Count.ShouldBe(41);
        ServiceCatalogue.BuiltIn["library"].NameEn.ShouldBe("Library");
    }

    [Theory]
    [InlineData("Basic Living", NeedClass.BasicLiving)]
    [InlineData("基本生活", NeedClass.BasicLiving)]
    [InlineData("SOCIAL_SERVICES", NeedClass.SocialServices)]
    [InlineData("culture and education", NeedClass.CultureAndEducation)]
    [InlineData(" special-groups ", NeedClass.SpecialGroups)]
    public void TryParse_SpellingsOfNeedClass_AreRead(string text, NeedClass expected)
    {
        NeedClasses.TryParse(text, out var needClass).ShouldBeTrue();
        needClass.ShouldBe(expected);
    }

    [Fact]
    public void TryParse_PrintedCode_ComesBack()
    {
        foreach (var needClass in NeedClasses.All)
            (NeedClasses.TryParse(needClass.Code(), out var read) ? read : default(NeedClass?)).ShouldBe(needClass);
        foreach (var supplyType in SupplyTypes.All)
            (SupplyTypes.TryParse(supplyType.Code(), out var read) ? read : default(SupplyType?)).ShouldBe(supplyType);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("leisure")]
    public void TryParse_OtherText_IsRefused(string? text)
    {
        NeedClasses.TryParse(text, out _).ShouldBeFalse();
        SupplyTypes.TryParse(text, out _).ShouldBeFalse();
    }
}
