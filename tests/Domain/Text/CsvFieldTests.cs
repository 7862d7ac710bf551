using CommunityDemand.Domain.Text;

namespace CommunityDemand.Tests.Domain.Text;

public sealed class CsvFieldTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("two\rlines", "\"two\rlines\"")]
    [InlineData("a\tb", "a\tb")]
    public void Of_Text_IsQuotedOnlyWhereItMustBe(string text, string field) => CsvField.Of(text).ShouldBe(field);

    [Fact]
    public void Of_OtherSeparator_IsWhatMakesQuotes()
    {
        CsvField.Of("a\tb", '\t').ShouldBe("\"a\tb\"");
        CsvField.Of("a,b", '\t').ShouldBe("a,b");
    }

    [Fact]
    public void Line_SeveralFields_QuotesEachForItself() => CsvField.Line(["a", "b,c", "\""]).ShouldBe("a,\"b,c\",\"\"\"\"");

    [Fact]
    public void Quoted_PlainText_IsQuotedToo() => CsvField.Quoted("a").ShouldBe("\"a\"");
}
