using CommunityDemand.Models.Intervals;
using CsCheck;

namespace CommunityDemand.Tests.Models.Intervals;

public sealed class IntervalTableTests
{
    [Fact]
    public void Quantiles_ErrorsOfKnownSpread_CoverTheShareTheySay()
    {
        var random = new Random(11);
        var table = IntervalTable.Learn([.. Draw(random, 20_000)], 12, ["bottom"], [20_000]);

        var (inside80, inside95, count) = (0, 0, 0);
        var quantiles = new double[5];
        foreach (var sample in Draw(random, 20_000))
        {
            table.Quantiles("bottom", sample.Forecast, sample.Horizon, quantiles);
            if (sample.Actual >= quantiles[1] && sample.Actual <= quantiles[3]) inside80++;
            if (sample.Actual >= quantiles[0] && sample.Actual <= quantiles[4]) inside95++;
            count++;
        }

        ((double)inside80 / count).ShouldBe(0.8, 0.02);
        ((double)inside95 / count).ShouldBe(0.95, 0.01);
    }

    [Fact]
    public void Quantiles_AnyForecast_AreOrderedAndNotNegative()
    {
        var table = IntervalTable.Learn([.. Draw(new Random(5), 3_000)], 12, ["bottom"], [3_000]);
        Gen.Select(Gen.Double[0, 1e6], Gen.Int[1, 30]).Sample((forecast, horizon) =>
        {
            var quantiles = new double[5];
            table.Quantiles("bottom", forecast, horizon, quantiles);
            return quantiles[0] >= 0 && quantiles.Zip(quantiles.Skip(1)).All(pair => pair.First <= pair.Second)
                && quantiles[1] <= forecast && forecast <= quantiles[3];
        });
    }

    [Fact]
    public void Quantiles_NothingLearned_AreWidePositiveAndFinite()
    {
        var quantiles = new double[5];
        IntervalTable.Learn([], 3, ["bottom"], [0]).Quantiles("bottom", 9, 1, quantiles);

        quantiles[0].ShouldBe(0);
        quantiles[2].ShouldBe(9);
        quantiles[4].ShouldBeInRange(15, 30);
    }

    /// <summary>Errors whose spread grows with the horizon and, less than in proportion, with the size.</summary>
    private static IEnumerable<ErrorSample> Draw(Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (horizon, forecast) = (random.Next(1, 13), Math.Exp(1 + (4 * random.NextDouble())));
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            yield return new ErrorSample(
                0, horizon, (float)forecast, (float)(forecast + (normal * 0.3 * Math.Pow(forecast, 0.8) * (1 + (0.05 * horizon)))));
        }
    }
}
