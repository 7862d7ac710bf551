using System.Numerics;
using CommunityDemand.Models.Forecasters;
using CsCheck;

namespace CommunityDemand.Tests.Models.Forecasters;

public sealed class LanesTests
{
    private const int Horizon = 14;
    private const double Relative = 1e-12;

    private static readonly Gen<double> Value = Gen.Frequency(
        (6, Gen.Int[0, 40].Select(count => (double)count)), (2, Gen.Double[0, 500]), (1, Gen.Const(0.0)), (1, Gen.Const(double.NaN)));

    /// <summary>A past with gaps and zeros, short or long, now and then one value or none throughout, and an index around 1.</summary>
    private static readonly Gen<(double[] Values, double[] Index, int Season)> Windows =
        from season in Gen.OneOf(Gen.Const(1), Gen.Const(7), Gen.Const(12))
        from length in Gen.OneOf(Gen.Int[1, 30], Gen.Int[31, 400])
        from values in Gen.Frequency((9, Value.Array[length]), (1, Value.Select(value => Enumerable.Repeat(value, length).ToArray())))
        from index in Gen.Frequency((4, Gen.Double[0.05, 3]), (1, Gen.Const(1.0))).Array[length + Horizon]
        select (values, index, season);

    [Fact]
    public void PooledSmoothing_Grid_AgreesWithPlainLoops() => Windows.Sample(
        @case =>
        {
            var window = new SeriesWindow(@case.Values, @case.Index, @case.Season);
            var (level, alpha) = PooledSmoothing.Fit(window);
            var (plainLevel, plainAlpha) = PlainSmoothing.PooledFit(window);
            alpha.ShouldBe(plainAlpha);
            ShouldAgree([level], [plainLevel]);

            var (runLevel, runSquares) = PooledSmoothing.Run(window, 7, 0.15);
            var (plainRunLevel, plainRunSquares) = PlainSmoothing.Pooled(window, 7, 0.15);
            ShouldAgree([runLevel, runSquares], [plainRunLevel, plainRunSquares]);
        },
        iter: 300);

    [Fact]
    public void DampedTrend_Grid_AgreesWithPlainLoops() => Windows.Sample(
        @case =>
        {
            var window = new SeriesWindow(@case.Values, @case.Index, @case.Season);
            var mean = new double[Horizon];
            if (new DampedTrend().TryForecast(window, mean)) ShouldAgree(mean, PlainSmoothing.DampedTrend(window, Horizon));
            else window.Length.ShouldBeLessThan(Math.Max(8, window.Season));
        },
        iter: 300);

    [Fact]
    public void Theta_Grid_AgreesWithPlainLoops() => Windows.Sample(
        @case =>
        {
            var window = new SeriesWindow(@case.Values, @case.Index, @case.Season);
            var mean = new double[Horizon];
            if (new Theta().TryForecast(window, mean)) ShouldAgree(mean, PlainSmoothing.Theta(window, Theta.Slope(window), Horizon));
            else window.Length.ShouldBeLessThan(Math.Max(6, window.Season));
        },
        iter: 300);

    [Fact]
    public void ExponentialSmoothing_Search_DecidesAsPlainLoops() => Windows.Sample(
        @case =>
        {
            var window = new SeriesWindow(@case.Values, @case.Index, @case.Season);
            var mean = new double[Horizon];
            var served = new ExponentialSmoothing().TryForecast(window, mean);
            var kept = @case.Values.TakeLast(Math.Max(150, 12 * @case.Season)).SkipWhile(double.IsNaN).ToArray();
            var plain = kept.Length < 8 ? null : PlainEts.Forecast(kept, @case.Season, Horizon);
            served.ShouldBe(plain is not null);
            if (plain is not null) ShouldAgree(mean, plain);
        },
        iter: 300);

    [Fact]
    public void EtsSearch_AllFactorsFitExactly_KeepsTheFirst()
    {
        var values = Enumerable.Repeat(5.0, 40).ToArray();
        var search = new EtsSearch(EtsStates.Start(values, 7, trend: true), trend: true);

        search.Run(values, values.Length);

        search.Factors.ShouldBe(new(0.18, 0.06, 0.08, 0.9));
    }

    [Fact]
    public void EtsRuns_AnyNumberOfPoints_AgreesWithPlainLoops()
    {
        var cases =
            from window in Windows
            from points in Gen.Select(Gen.Double[0, 1], Gen.Double[0, 0.5], Gen.Double[0, 0.5], Gen.Double[0.5, 1])
                .Select((alpha, beta, gamma, damping) => new EtsFactors(alpha, beta, gamma, damping)).Array[1, 11]
            select (window.Values, window.Season, points);
        cases.Sample(
            @case =>
            {
                var start = EtsStates.Start(@case.Values, @case.Season, trend: true);
                var runs = new EtsRuns(start, @case.points.Length);
                var squares = new double[@case.points.Length];
                runs.Run(@case.Values, @case.points, squares);
                ShouldAgree(squares, [.. @case.points.Select(point => PlainEts.Run(@case.Values, start, point).Squares)]);

                // The buffers of the many now serve one.
                runs.Run(@case.Values, @case.points.AsSpan(^1..), squares.AsSpan(^1..));
                var (end, plain) = (runs.End(), PlainEts.Run(@case.Values, start, @case.points[^1]).End);
                ShouldAgree([end.Level, end.Trend, .. end.Season], [plain.Level, plain.Trend, .. plain.Season]);
            },
            iter: 300);
    }

    [Fact]
    public void Pack_FewerPointsThanLanes_RepeatsTheLastAndUnpacksThePointsAlone()
    {
        double[] points = [.. Enumerable.Range(1, Vector<double>.Count + 1).Select(point => (double)point)];
        var unpacked = new double[points.Length];

        for (var v = 0; v < Lanes.VectorsFor(points.Length); v++)
            Lanes.Unpack(Lanes.Pack<double>(points, v, point => point), v, unpacked);

        unpacked.ShouldBe(points);
        Lanes.VectorsFor(points.Length).ShouldBe(2);
        Lanes.Pack<double>(points, 1, point => point).ShouldBe(new Vector<double>(points[^1]));
    }

    [Theory]
    [InlineData(new[] { 3.0, 1, 1, 2 }, 1)]
    [InlineData(new[] { double.NaN, double.PositiveInfinity, 5 }, 2)]
    [InlineData(new[] { double.NaN, double.PositiveInfinity }, -1)]
    public void FirstLeast_TiesAndNoNumbers_TakesTheFirstOfTheFinite(double[] squares, int expected) =>
        Lanes.FirstLeast(squares).ShouldBe(expected);

    private static void ShouldAgree(double[] actual, double[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        for (var i = 0; i < actual.Length; i++) actual[i].ShouldBe(expected[i], Relative * Math.Abs(expected[i]));
    }
}
