using CommunityDemand.Domain.Text;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Domain.Text;

public sealed class EmergingTermsTests
{
    private static readonly string[] Usual =
        [.. Enumerable.Range(0, 60).Select(i => CommentText.Normalise(i % 2 == 0 ? "排队时间很长。" : "The staff were kind"))];

    [Fact]
    public void Of_TermsThatNobodyUsedBefore_Emerge()
    {
        string[] now =
        [
            .. Usual,
            .. Enumerable.Repeat(CommentText.Normalise("电梯又坏了！"), 12),
            .. Enumerable.Repeat(CommentText.Normalise("Water leak, again"), 12),
        ];

        var found = EmergingTerms.Of(now, Usual, [.. now, .. Usual])!;

        found.ShouldContain(term => term.Term == "电梯" && term.Comments == 12);
        found.ShouldNotContain(term => term.Term == "排队" || term.Term == "staff");
        Terms.Maximal(found, 5).ShouldBe(["water leak again", "电梯又坏了"], ignoreOrder: true);
    }

    // Two hundred words that come and go: some look remarkable in any quarter, since so many are looked at.
    [Fact]
    [Slow]
    public void Of_ManyWordsByChance_HardlyEverEmergeAndHideNoTrueOne()
    {
        var random = new Random(1);
        var (quiet, found, others) = (0, 0, 0);
        for (var i = 0; i < 40; i++)
        {
            var (now, before) = (Chatter(random, 200), Chatter(random, 200));
            if (EmergingTerms.Of(now, before, [])!.Count == 0) quiet++;

            string[] leaking = [.. now.Select((comment, j) => j % 12 == 0 ? $"{comment}ceiling leaks " : comment)];
            var terms = EmergingTerms.Of(leaking, before, [])!;
            if (terms.Any(term => term.Term == "ceiling leaks")) found++;
            others += terms.Count(
                term => !term.Term.Contains("ceiling", StringComparison.Ordinal) && !term.Term.Contains("leaks", StringComparison.Ordinal));
        }

        quiet.ShouldBeGreaterThanOrEqualTo(38);
        found.ShouldBe(40);
        others.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public void Of_FourCommentsHowever_TellNothing()
    {
        string[] now = [.. Usual.Take(10), .. Enumerable.Repeat(CommentText.Normalise("王小明偷东西 王小明偷东西"), 4)];

        EmergingTerms.Of(now, Usual, Usual)!.ShouldBeEmpty();
        EmergingTerms.Of(now[..4], Usual, Usual).ShouldBeNull();
        EmergingTerms.Of(now, Usual[..4], Usual).ShouldBeNull();
    }

    [Fact]
    public void Of_OneTermAlone_IsNothingToCompare()
    {
        string[] same = [.. Enumerable.Repeat(" 太慢 ", 9)];

        EmergingTerms.Of(same, same, same)!.ShouldBeEmpty();
    }

    [Fact]
    public void Of_QuarterLikeTheOneBefore_IsEmpty() => EmergingTerms.Of(Usual, Usual, Usual)!.ShouldBeEmpty();

    [Theory]
    [InlineData("排队太久", new[] { "排队", "排队太", "排队太久", "队太", "队太久", "太久" })]
    [InlineData("Too long, too long", new[] { "too", "long", "too long", "long too" })]
    [InlineData("=1+1 😀", new string[0])]
    public void Terms_OfEitherScript_NeedNoWordBreaking(string comment, string[] terms) =>
        Terms.Of(CommentText.Normalise(comment)).ShouldBe(terms, ignoreOrder: true);

    [Theory]
    [InlineData("ＡＢＣ，Don't 12 stop!", " abc dont stop ")]
    [InlineData("", " ")]
    [InlineData("😀 123 ，。", " ")]
    public void Normalise_LeavesLettersOnly(string comment, string text) => CommentText.Normalise(comment).ShouldBe(text);

    private static string[] Chatter(Random random, int comments) =>
        [.. Enumerable.Range(0, comments).Select(_ => $" {string.Join(' ', Enumerable.Range(0, 8).Select(_ => Word(random.Next(200))))} ")];

    private static string Word(int number) => $"word{(char)('a' + (number / 26))}{(char)('a' + (number % 26))}";
}
