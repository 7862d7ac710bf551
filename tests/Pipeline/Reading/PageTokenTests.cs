using CommunityDemand.Pipeline.Reading;

namespace CommunityDemand.Tests.Pipeline.Reading;

public sealed class PageTokenTests
{
    private const string Digest = "0123456789abcdef";

    private static readonly PageToken Page = new("20260307-0123456789ab", "1!12!cGFydGl0aW9u 1!8!行\n2", Digest);

    [Fact]
    public void Parse_WrittenPage_ComesBack()
    {
        PageToken.Parse(Page.ToString(), Digest).ShouldBe(Page);
        PageToken.Parse(new PageToken("", "x", Digest).ToString(), Digest).Run.ShouldBeEmpty();
    }

    [Fact]
    public void Parse_PageCutShort_IsNone()
    {
        var text = Page.ToString();

        for (var length = 0; length < text.Length; length++) Mistake(text[..length]).ShouldBe("That is no page.");
    }

    [Fact]
    public void Parse_PageAltered_IsNone()
    {
        var text = Page.ToString();

        // The last character may hold bits that stand for nothing.
        for (var i = 0; i < text.Length - 1; i++)
            Mistake($"{text[..i]}{(text[i] == 'A' ? 'B' : 'A')}{text[(i + 1)..]}").ShouldBe("That is no page.");
    }

    [Fact]
    public void Parse_PageOfAnotherQuestion_SaysSo() =>
        Should.Throw<TableQueryException>(() => PageToken.Parse(Page.ToString(), "other")).Message
            .ShouldBe("That page is of another question.");

    private static string Mistake(string text)
    {
        var mistake = Should.Throw<TableQueryException>(() => PageToken.Parse(text, Digest), text);
        mistake.StatusCode.ShouldBe(400);
        mistake.Remedy.ShouldContain("x-next-page");
        return mistake.Message;
    }
}
