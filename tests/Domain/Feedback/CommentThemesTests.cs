using CommunityDemand.Domain.Feedback;

namespace CommunityDemand.Tests.Domain.Feedback;

public sealed class CommentThemesTests
{
    [Theory]
    [InlineData("slow_response", CommentTheme.SlowResponse)]
    [InlineData("Slow Response", CommentTheme.SlowResponse)]
    [InlineData("服务态度", CommentTheme.Attitude)]
    [InlineData("FACILITIES", CommentTheme.Facility)]
    public void TryParse_AnySpelling_IsTheTheme(string label, CommentTheme theme)
    {
        CommentThemes.TryParse(label, out var found).ShouldBeTrue();
        found.ShouldBe(theme);
    }

    [Fact]
    public void TryParse_OwnCodes_ComeBack() => CommentThemes.All.ShouldAllBe(theme => Parsed(theme.Code()) == theme);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("weather")]
    public void TryParse_OtherLabels_IsFalse(string? label) => CommentThemes.TryParse(label, out _).ShouldBeFalse();

    private static CommentTheme? Parsed(string label) => CommentThemes.TryParse(label, out var theme) ? theme : null;
}
