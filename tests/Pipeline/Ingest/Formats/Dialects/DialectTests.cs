using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats.Dialects;

/// <summary>Delimiters, quotes and escapes are found from the text.</summary>
public sealed class DialectTests
{
    [Theory]
    [InlineData("a;b;c\n1,5;2,5;x\n3,5;4,5;y\n", "2:1,5|2,5|x")]
    [InlineData("a\tb\tc\n1\t2\tx, y\n3\t4\tz\n", "2:1|2|x, y")]
    [InlineData("a|b|c\n1|2|x\n3|4|y\n", "2:1|2|x")]
    [InlineData("a, b, c\n1, 2, \"x, y\"\n3, 4, z\n", "2:1|2|x, y")]
    [InlineData("a||b||c\n1||2||x\n3||4||y\n", "2:1|2|x")]
    [InlineData("a,b,c\n1,2,'x, y'\n3,4,'z'\n", "2:1|2|x, y")]
    [InlineData("a,b,c\n1,2,\"x \\\"y\\\", z\"\n3,4,\"w\"\n", "2:1|2|x \"y\", z")]
    [InlineData("a,b,c\n1,2,\"x \"\"y\"\"\"\n3,4,z\n", "2:1|2|x \"y\"")]
    [InlineData("a,b,c\n1,2, \"x, y\" \n3,4,z\n", "2:1|2|x, y")]
    [InlineData("a,b,c\r1,2,x\r3,4,y\r", "2:1|2|x")]
    [InlineData("a b c\n1 2 \"x y\"\n3 4 z\n", "2:1|2|x y")]
    [InlineData("sep=;\na;b;c\n1;2;x\n", "3:1|2|x")]
    [InlineData("\"sep=;\"\na;b;c\n1;2;x\n", "3:1|2|x")]
    public async Task Read_AnyDialect_SplitsTheValues(string text, string first)
    {
        var (_, header, rows) = await ReadContent.RowsAsync(text);

        header.ShouldBe("a|b|c");
        rows[0].ShouldBe(first);
    }

    [Fact]
    public async Task Read_DelimiterOtherThanComma_IsTold()
    {
        var (content, _, _) = await ReadContent.RowsAsync("a;b\n1;2\n");

        content.Assumptions.Select(one => one.Text()).ShouldContain("Values are separated by ';'.");
    }
}
