using CommunityDemand.Benchmarks.Suites.Pollock;

namespace CommunityDemand.Tests.Benchmarks.Suites;

public sealed class PollockScoreTests
{
    private static readonly List<string[]> Source = PythonCsv.Read("a,b\r\n1,\"x, y\"\r\n2,\"z \"\"w\"\"\"\r\n");

    [Fact]
    public void Of_TheSameTable_IsTen() =>
        PollockScore.Of(Source, PythonCsv.Read("A,b\n01,\"X, y\"\n2.0,\"z \"\"w\"\"\"\n")).Header.F1.ShouldBe(1);

    [Fact]
    public void Of_Itself_IsTen() => PollockScore.Of(Source, Source).Sum.ShouldBe(10);

    [Fact]
    public void Of_OneRecordOfTwo_CountsShares()
    {
        var score = PollockScore.Of(Source, [Source[0], Source[1]]);

        (score.Records.OfSource, score.Records.OfLoaded, score.Records.F1).ShouldBe((0.5, 1, 2.0 / 3));
        score.Cells.OfSource.ShouldBe(4.0 / 6);
    }

    [Fact]
    public void Of_NothingLoaded_CountsSuccessAlone() => PollockScore.Of(Source, []).Sum.ShouldBe(1);

    [Fact]
    public void Of_EmptySource_IsTen() => PollockScore.Of([], []).Sum.ShouldBe(10);
}
