using CommunityDemand.Models.Forecasters;

namespace CommunityDemand.Tests.Models.Forecasters;

public sealed class GapTests
{
    private static readonly IForecaster[] Smoothing = [new DampedTrend(), new ExponentialSmoothing(), new Theta()];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void TryForecast_GapBeforeTheOrigin_GoesOnAsIfTheForecastHadComeTrue(int smoothing)
    {
        var member = Smoothing[smoothing];
        double[] past = [.. Enumerable.Range(0, 60).Select(t => 100.0 + (2 * t))];
        double[] gap = [.. past, .. Enumerable.Repeat(double.NaN, 20)];
        var index = Enumerable.Repeat(1.0, 85).ToArray();
        var (whole, after) = (new double[25], new double[5]);

        member.TryForecast(new SeriesWindow(past, index, 1), whole).ShouldBeTrue();
        member.TryForecast(new SeriesWindow(gap, index, 1), after).ShouldBeTrue();

        for (var h = 0; h < after.Length; h++) after[h].ShouldBe(whole[20 + h], 1e-6);
    }

    [Fact]
    public void Ets_PastThatBeginsWithAGap_IsForecastAsWithoutIt()
    {
        var random = new Random(3);
        double[] values =
            [.. Enumerable.Range(0, 90).Select(t => 100 + (10 * Math.Sin(2 * Math.PI * t / 7)) + (8 * (random.NextDouble() - 0.5)))];
        double[] gapped = [100, .. Enumerable.Repeat(double.NaN, 77), .. values];
        var (with, without) = (new double[14], new double[14]);

        new ExponentialSmoothing().TryForecast(Flat(gapped, 14), with).ShouldBeTrue();
        new ExponentialSmoothing().TryForecast(Flat(values, 14), without).ShouldBeTrue();

        for (var h = 0; h < with.Length; h++) with[h].ShouldBe(without[h], 1e-9);
    }

    private static SeriesWindow Flat(double[] values, int horizon) =>
        new(values, Enumerable.Repeat(1.0, values.Length + horizon).ToArray(), 7);
}
