using CommunityDemand.Benchmarks.Reports;

namespace CommunityDemand.Tests.Benchmarks;

public sealed class AccuracyDocumentTests
{
    private static readonly Section One = new(
        "one", "One", [Goal.AtMost("MASE", 0.8, 0.9, ".95 (peer)")], "Text.\n\n| a |\n| --- |\n| 1 |\n");

    [Fact]
    public async Task Replace_OneSection_LeavesTheOthersAndSumsUpAll()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("accuracy-").FullName, "accuracy.md");
        await WriteAsync(path, One);
        await WriteAsync(path, new Section("two", "Two", [Goal.AtMost("WAPE", 0.6, 0.5)], "Other."));
        var both = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        both.ShouldContain("| one | MASE | .800 | .95 (peer) | ≤ .900 | yes |");
        both.ShouldContain("| two | WAPE | .600 | - | ≤ .500 | **no** |");
        both.ShouldContain("Text.");
        both.IndexOf("## One", StringComparison.Ordinal).ShouldBeLessThan(both.IndexOf("## Two", StringComparison.Ordinal));

        await WriteAsync(path, One);
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe(both);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Theory]
    [InlineData(0.0, ".000")]
    [InlineData(0.8874, ".887")]
    [InlineData(-0.25, "-.250")]
    [InlineData(1.0876, "1.088")]
    [InlineData(10.05, "10.050")]
    [InlineData(2532.6, "2533")]
    [InlineData(double.NaN, "-")]
    public void Show_Figure_IsShort(double value, string text) => Figures.Show(value).ShouldBe(text);

    private static async Task WriteAsync(string path, Section section)
    {
        var document = await AccuracyDocument.ReadAsync(path, TestContext.Current.CancellationToken);
        document.Replace(section);
        await document.WriteAsync(path, ["one", "two"], TestContext.Current.CancellationToken);
    }
}
