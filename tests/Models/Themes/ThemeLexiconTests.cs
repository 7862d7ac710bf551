using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Text;
using CommunityDemand.Models.Themes;

namespace CommunityDemand.Tests.Models.Themes;

public sealed class ThemeLexiconTests
{
    private static readonly ThemeLexicon Lexicon = new();

    [Theory]
    [InlineData("The nurse was friendly", CommentTheme.Praise)]
    [InlineData("The nurse wasn't very friendly", CommentTheme.Attitude)]
    [InlineData("not exactly clean", CommentTheme.Quality)]
    [InlineData("工作人员很热情", CommentTheme.Praise)]
    [InlineData("工作人员不太热情", CommentTheme.Attitude)]
    [InlineData("回复没那么及时", CommentTheme.SlowResponse)]
    [InlineData("一点都不贵", CommentTheme.Praise)]
    [InlineData("they delayed it", CommentTheme.SlowResponse)]
    [InlineData("two queues", CommentTheme.SlowResponse)]
    [InlineData("no wheelchair ramps", CommentTheme.Facility)]
    public void Count_OneThought_IsOfOneTheme(string comment, CommentTheme theme)
    {
        var counts = Lexicon.Count(CommentText.Normalise(comment));

        ThemeLexicon.Leader(counts).ShouldBe((int)theme);
        counts.Count(count => count > 0).ShouldBe(1);
    }

    [Theory]
    [InlineData("a formal formula")]
    [InlineData("没有问题，谢谢")]
    [InlineData("慢性病患者")]
    [InlineData("never an angelic choir")]
    public void Count_WordsThatHoldAPhrase_AreNone(string comment) =>
        Lexicon.Count(CommentText.Normalise(comment)).ShouldAllBe(count => count == 0);

    [Fact]
    public void SeedPhrases_AreOfOneThemeEach()
    {
        var phrases = SeedPhrases.All.SelectMany(theme => theme.Phrases).Concat(SeedPhrases.Neutral).ToArray();

        phrases.ShouldBeUnique();
        // As normalised comments have them, or they would never match.
        phrases.ShouldAllBe(phrase => CommentText.Normalise(phrase).Trim() == phrase.TrimEnd('*'));
    }

    [Fact]
    public void SeedPhrases_DeniedOnes_ArePraise() =>
        SeedPhrases.Denied.SelectMany(theme => theme.Phrases)
            .Except(SeedPhrases.All.Single(theme => theme.Theme == CommentTheme.Praise).Phrases)
            .ShouldBeEmpty();
}
