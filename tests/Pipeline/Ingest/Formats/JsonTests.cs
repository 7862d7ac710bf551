using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats;

/// <summary>Objects of JSON, a line each or in a list.</summary>
public sealed class JsonTests
{
    [Theory]
    [InlineData("[{\"a\":1,\"b\":\"x\"},{\"a\":2,\"b\":\"y]}\"}]")]
    [InlineData(" [\n{\"a\":1,\n\"b\":\"x\"},\n\n{\"a\":2,\"b\":\"y]}\"}\n]\n")]
    [InlineData("{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"y]}\"}\n")]
    public async Task Read_ObjectsInAListOrALineEach_GiveTheSameRows(string text)
    {
        var (_, header, rows) = await ReadContent.RowsAsync(text);

        header.ShouldBe("a|b");
        rows.Select(row => row[(row.IndexOf(':', StringComparison.Ordinal) + 1)..]).ShouldBe(["1|x", "2|y]}"]);
    }

    [Fact]
    public async Task Read_ListOverLines_TellsTheLineOfEachObject()
    {
        var (_, _, rows) = await ReadContent.RowsAsync("[\n{\"a\":1},\n{\n\"a\":2\n},\n3]");

        rows.ShouldBe(["2:1", "3:2", "6:not a JSON object"]);
    }

    [Fact]
    public async Task Read_NameTwiceInAnObject_IsRejected()
    {
        var (_, _, rows) = await ReadContent.RowsAsync("{\"a\":1}\n{\"a\":1,\"a\":2}\n");

        rows.ShouldBe(["1:1", "2:the name 'a' twice"]);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task Read_NestedDeeply_IsRefused(string open, string close)
    {
        var text =
            "{\"a\":" + string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000)) + "}";

        await Should.ThrowAsync<UnreadableUploadException>(() => ReadContent.RowsAsync(text));
    }

    [Fact]
    public async Task Read_ObjectOfALineTooLong_CostsItAlone()
    {
        var (_, _, rows) = await ReadContent.RowsAsync($"[{{\"a\":1}},{{\"a\":\"{new string('x', 3 << 20)}\"}},{{\"a\":3}}]");

        rows.ShouldBe(["1:1", $"1:{RowMessages.TooLong.Text()}", "1:3"]);
    }
}
