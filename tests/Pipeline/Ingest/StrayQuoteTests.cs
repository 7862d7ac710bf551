using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Formats.Dialects;

namespace CommunityDemand.Tests.Pipeline.Ingest;

public sealed class StrayQuoteTests
{
    private const string Text = "a,b\r\n1,\"x\"y,2\r\n3,\"p\r\nq\"\r\n\"5\"6,7\r\n8,9\r\n";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task ReadAsync_StrayQuoteInPieces_CostsItsLineAndNoMore(int pieceLength)
    {
        var cancel = TestContext.Current.CancellationToken;
        var layout = LayoutFinder.Find(Text, isWhole: true, delimiter: null, likely: null, headerLine: null);
        await using var rows = await DelimitedReader.OpenAsync(new PiecewiseReader(Text, pieceLength), layout, cancel);
        var read = new List<string>();
        while (await rows.ReadAsync(cancel))
            read.Add($"{rows.Line}:{(rows.Fault is null ? "good" : "bad")}:{rows.Original.ReplaceLineEndings("|")}");

        read.ShouldBe(["2:bad:1,\"x\"y,2", "3:good:3,\"p|q\"", "5:bad:\"5\"6,7", "6:good:8,9"]);
    }

    // Hands out a few characters at a time, as a slow network does.
    private sealed class PiecewiseReader(string text, int length) : TextReader
    {
        private int _at;

        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
        {
            var count = Math.Min(Math.Min(length, buffer.Length), text.Length - _at);
            text.AsSpan(_at, count).CopyTo(buffer.Span);
            _at += count;
            return ValueTask.FromResult(count);
        }
    }
}
