using CommunityDemand.Benchmarks.Peers;

namespace CommunityDemand.Tests.Benchmarks;

public sealed class PeerFitTests
{
    private const string Text = "fitted\t1;2\t-1;0.5\t0;1\t2;3\t4;5";

    private static readonly PeerFit Fit = new("ets", 12, 2, [1, double.NaN, 2.5]);

    [Fact]
    public void Line_UnknownValue_IsNotAvailable() => Fit.Line.ShouldBe("ets\t12\t2\t1;NA;2.5");

    [Fact]
    public void Key_AnythingDiffers_Differs()
    {
        PeerFit[] others =
        [
            new("theta", 12, 2, Fit.Past),
            new("ets", 12, 3, Fit.Past),
            new("ets", 7, 2, Fit.Past),
            new("ets", 12, 2, [1, double.NaN, 2.6]),
        ];

        others.Select(other => other.Key).ShouldNotContain(Fit.Key);
        new PeerFit("ets", 12, 2, [1, double.NaN, 2.5]).Key.ShouldBe(Fit.Key);
    }

    [Fact]
    public void Parse_NegativeValues_CountAsZero()
    {
        var forecast = PeerForecast.Parse(Text, 2)!;

        forecast.IsFallback.ShouldBeFalse();
        forecast.Forecast.Mean.ShouldBe([1, 2]);
        forecast.Forecast.Lower95.ShouldBe([0, 0.5]);
        forecast.Forecast.Upper95.ShouldBe([4, 5]);
    }

    [Theory]
    [InlineData("fitted\t1;2\t-1;0.5\t0;1\t2;3")]
    [InlineData("fitted\t1;2\t-1;0.5\t0;1\t2;3\t4")]
    [InlineData("fitted\t1;NA\t-1;0.5\t0;1\t2;3\t4;5")]
    [InlineData("Error in ets(y)")]
    public void Parse_LineThatIsNotWhole_IsNothing(string text) => PeerForecast.Parse(text, 2).ShouldBeNull();

    [Fact]
    public void Cache_LineCutOff_IsForgottenAndMadeAnew()
    {
        var folder = Directory.CreateTempSubdirectory("peer-cache-");
        try
        {
            new PeerCache(folder.FullName).Keep(Fit, Text);
            var other = new PeerFit("ets", 12, 2, [3]);
            File.AppendAllText(Path.Combine(folder.FullName, "ets.tsv"), $"{other.Key}\tfitted\t1");

            var reopened = new PeerCache(folder.FullName);
            reopened.Find(other).ShouldBeNull();
            reopened.Keep(other, Text);

            var again = new PeerCache(folder.FullName);
            again.Find(Fit).ShouldNotBeNull();
            again.Find(other).ShouldNotBeNull();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
