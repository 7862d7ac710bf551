using CommunityDemand.Domain.Feedback;
using CommunityDemand.Models.Themes;
using CommunityDemand.Tests.Support;
using Written = CommunityDemand.Local.SampleCity.Simulation.CommentThemes;

namespace CommunityDemand.Tests.Models.Themes;

/// <summary>
/// Themes of the sample city's comments, against its truth: `comments.csv` knows the theme of all, uploads that of a third.
/// </summary>
[Slow(100)]
public sealed class ThemeTrainerTests(SampleCityComments city, ITestOutputHelper output) : IClassFixture<SampleCityComments>
{
    [Fact]
    public void Train_AThirdLabelled_KnowsTheThemesOfTheOthers()
    {
        var (comments, model) = (city.All, city.ByLabels);

        var unlabelled = comments.Where(comment => comment.Label is null).ToArray();
        var accuracy = Judge(model, unlabelled);
        Report("a third labelled, against the truth of the others", accuracy);
        Report("what the model says of itself, on labelled texts held out", model.Accuracy!);
        accuracy.MacroPrecision.ShouldBeGreaterThan(0.95);
        accuracy.MacroRecall.ShouldBeGreaterThan(0.95);
        model.Accuracy!.Count.ShouldBeInRange(200, comments.Count / 3);
        model.Accuracy.MacroF1.ShouldBe(accuracy.MacroF1, 0.05);
    }

    [Fact]
    public void Train_NothingLabelled_DoesFarBetterThanChance()
    {
        var model = city.ByPseudoLabels;

        var accuracy = Judge(model, city.All);
        Report("nothing labelled, against the truth of all", accuracy);
        model.Accuracy.ShouldBeNull();
        // Chance has 1 in 9, and by always saying praise 1 in 9 as well.
        accuracy.MacroRecall.ShouldBeGreaterThan(0.6);
        accuracy.MacroPrecision.ShouldBeGreaterThan(0.6);
    }

    // The city says everything in eight sentences a theme, of which a third of the comments labels all. Other cities' people will say
    // things that no label has shown: here the last two sentences of each theme, one a language, are kept from the model.
    [Fact]
    public void Train_SentencesNobodyLabelled_AreStillKnownBetterThanByChance()
    {
        var unseen = Written.PainPoints.Append(Written.Praise)
            .SelectMany(theme => new[] { theme.Zh[^1], theme.En[^1] })
            .Select(sentence => sentence.Split("{0}", StringSplitOptions.RemoveEmptyEntries).MaxBy(part => part.Length)!)
            .ToArray();
        var sides = city.All.ToLookup(comment => unseen.Any(sentence => comment.Text.Contains(sentence, StringComparison.Ordinal)));

        var model = ThemeTrainer.Train(SampleCityComments.SampleOf(sides[false]));

        var accuracy = Judge(model, [.. sides[true]]);
        Report("sentences that no label has shown", accuracy);
        accuracy.MacroF1.ShouldBeGreaterThan(0.4);
    }

    // The sample city's sentences and the seed phrases are by one hand, and few words say a theme there. What to expect of real people's
    // words these comments tell better: by chance one would know one in nine of them.
    [Fact]
    public void Train_CommentsUnlikeAnyLabelled_AreKnownFarBetterThanByChance()
    {
        var written = Unlabelled(WrittenComments.All);

        var bySeeds = Judge(city.BySeeds, written);
        var byPseudoLabels = Judge(city.ByPseudoLabels, written);
        var byLabels = Judge(city.ByLabels, written);

        Report("comments of other people, by the seed phrases alone", bySeeds);
        Report("the same, nothing labelled in the sample city", byPseudoLabels);
        Report("the same, a third labelled in the sample city", byLabels);
        output.WriteLine(
            $"seed phrases lead in {Leads(written, (_, leader) => leader is not null)}, rightly in "
                + $"{Leads(written, (comment, leader) => leader == (int)comment.Truth)}");
        bySeeds.MacroRecall.ShouldBeGreaterThan(0.7);
        bySeeds.MacroPrecision.ShouldBeGreaterThan(0.85);
    }

    // The first of the comments were on the screen of who widened the phrases, before that was done; the others were not read.
    [Fact]
    public void Train_CommentsNobodyReadWhoWroteThePhrases_AreKnownAsWell()
    {
        var model = city.BySeeds;

        var unread = Judge(model, Unlabelled(WrittenComments.All.Skip(WrittenComments.ReadBeforePhrases)));
        var development = Judge(model, Unlabelled(DevelopmentComments.All));

        Report("comments that the author of the phrases had not read", unread);
        Report("comments that the phrases were made to know", development);
        unread.MacroRecall.ShouldBeGreaterThan(0.7);
        unread.MacroPrecision.ShouldBeGreaterThan(0.85);
        development.MacroRecall.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void Predict_PhrasesOfOneThemeOnly_AreNeverUnclear()
    {
        var (model, lexicon) = (city.BySeeds, new ThemeLexicon());

        foreach (var (_, text) in WrittenComments.All.Concat(DevelopmentComments.All))
        {
            var phrases = lexicon.Count(CommunityDemand.Domain.Text.CommentText.Normalise(text));
            if (phrases.Count(count => count > 0) == 1) model.Predict(text).ShouldNotBeNull(text);
        }
    }

    [Fact]
    public void Train_SameComments_GivesTheSameThemesInAnyOrder()
    {
        var comments = city.All.Take(1500).ToArray();
        var texts = comments.Select(comment => comment.Text).Append("nothing to do with anything").ToArray();

        var first = ThemeTrainer.Train(SampleCityComments.SampleOf(comments));
        var second = ThemeTrainer.Train(SampleCityComments.SampleOf(comments.Reverse().Concat(comments)));

        texts.Select(second.Predict).ShouldBe(texts.Select(first.Predict));
        second.Accuracy!.MacroF1.ShouldBe(first.Accuracy!.MacroF1);
    }

    [Theory]
    [InlineData("排了两个钟头的队，太慢", CommentTheme.SlowResponse)]
    [InlineData("I had to bring the same paperwork to two windows, what a bureaucracy", CommentTheme.ComplicatedProcess)]
    [InlineData("前台很凶，爱答不理", CommentTheme.Attitude)]
    [InlineData("The toilet is out of order and there is no ramp", CommentTheme.Facility)]
    [InlineData("价格太贵，付不起", CommentTheme.Cost)]
    [InlineData("ＷＯＮＤＥＲＦＵＬ and friendly, we are very satisfied", CommentTheme.Praise)]
    public void Predict_NoCommentKnown_GoesByTheSeedPhrases(string comment, CommentTheme theme) =>
        city.BySeeds.Predict(comment).ShouldBe(theme);

    [Fact]
    public void Predict_HostileComments_AreUnclearAndDoNoHarm()
    {
        string[] hostile =
        [
            "", " ", "\0", "😀😀😀", "\ud83d", "=HYPERLINK(\"http://x\")", "@SUM(1+1)*cmd|' /C calc'!A0", "12345",
            new string('x', 1_000_000),
            string.Concat(Enumerable.Repeat("😀 ,", 250_000)),
            "مرحبا",
            new string('慢', 1_000_000),
            "<script>alert(1)</script>",
            "'; DROP TABLE themes; --",
        ];
        var sample = new CommentSample();
        foreach (var comment in hostile) sample.Add(comment, CommentTheme.Cost);
        foreach (var comment in hostile) sample.Add(comment, null);

        var model = ThemeTrainer.Train(sample);

        hostile.Select(model.Predict).Count().ShouldBe(hostile.Length);
        model.Predict("").ShouldBeNull();
        model.Predict("😀😀😀").ShouldBeNull();
        model.Predict("12345 !!").ShouldBeNull();
    }

    [Fact]
    public void Sample_MoreThanItHolds_KeepsTheSameTextsInAnyOrder()
    {
        var texts = Enumerable.Range(0, 500).Select(i => $"comment {(char)('a' + (i % 26))}{(char)('a' + (i / 26))}").ToArray();
        var (forwards, backwards) = (new CommentSample(40, 30), new CommentSample(40, 30));
        foreach (var text in texts) forwards.Add(text, CommentTheme.Cost);
        foreach (var text in texts.Reverse().Concat(texts)) backwards.Add(text.ToUpperInvariant() + "!!", CommentTheme.Cost);
        foreach (var text in texts) forwards.Add(text + " x", null);

        forwards.Labelled.Count().ShouldBe(40);
        forwards.Unlabelled.Count().ShouldBe(30);
        backwards.Labelled.Select(text => text.Text).ShouldBe(forwards.Labelled.Select(text => text.Text));
    }

    [Fact]
    public void Sample_OneTextUnderTwoLabels_HasTheCommoner()
    {
        var sample = new CommentSample();
        foreach (var label in new[] { CommentTheme.Cost, CommentTheme.Quality, CommentTheme.Quality }) sample.Add("Too much!", label);
        sample.Add("too much", null);

        sample.Labelled.ShouldHaveSingleItem().Label.ShouldBe((int)CommentTheme.Quality);
        sample.Unlabelled.ShouldBeEmpty();
    }

    private static SampleCityComments.Comment[] Unlabelled(IEnumerable<(CommentTheme Theme, string Text)> comments) =>
        [.. comments.Select(comment => new SampleCityComments.Comment(comment.Text, null, comment.Theme))];

    private static ThemeAccuracy Judge(ThemeModel model, IReadOnlyCollection<SampleCityComments.Comment> comments)
    {
        var accuracy = new ThemeAccuracy();
        foreach (var comment in comments) accuracy.Add(comment.Truth, model.Predict(comment.Text));
        return accuracy;
    }

    private static int Leads(IEnumerable<SampleCityComments.Comment> comments, Func<SampleCityComments.Comment, int?, bool> which)
    {
        var lexicon = new ThemeLexicon();
        return comments.Count(
            comment => which(comment, ThemeLexicon.Leader(lexicon.Count(CommunityDemand.Domain.Text.CommentText.Normalise(comment.Text)))));
    }

    private void Report(string what, ThemeAccuracy accuracy)
    {
        output.WriteLine(
            $"{what}: {accuracy.Count} comments, macro precision {accuracy.MacroPrecision:0.000}, recall {accuracy.MacroRecall:0.000}, "
                + $"F1 {accuracy.MacroF1:0.000}");
        foreach (var theme in CommentThemes.All) output.WriteLine(
            $"  {theme.Code(),-20} {accuracy.Support(theme),6} {accuracy.Precision(theme),6:0.000} {accuracy.Recall(theme),6:0.000}");
    }
}
