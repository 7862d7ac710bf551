using CommunityDemand.Models.Panels;

namespace CommunityDemand.Tests.Models.Panels;

public sealed class SeasonalityTests
{
    [Theory]
    [InlineData("auto", null)]
    [InlineData("None", 1)]
    [InlineData("7", 7)]
    [InlineData("24,168", 168)]
    [InlineData("168, 24", 168)]
    [InlineData("7,7", 7)]
    public void TryParse_Seasons_AreOneThatContainsAll(string text, int? length)
    {
        Seasonality.TryParse(text, out var season).ShouldBeTrue();
        season.Length.ShouldBe(length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-7")]
    [InlineData("10001")]
    [InlineData("7,365")]
    [InlineData("1,2,4")]
    [InlineData("weekly")]
    public void TryParse_OtherTexts_AreRefused(string text) => Seasonality.TryParse(text, out _).ShouldBeFalse();
}
