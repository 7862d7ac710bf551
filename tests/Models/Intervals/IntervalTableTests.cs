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
            table.Quantiles("bottom", sample.Forecast, sample.Spread, sample.Horizon, quantiles);
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
            table.Quantiles("bottom", forecast, 0.3 * forecast, horizon, quantiles);
            return quantiles[0] >= 0 && quantiles.Zip(quantiles.Skip(1)).All(pair => pair.First <= pair.Second)
                && quantiles[1] <= forecast && forecast <= quantiles[3];
        });
    }

    [Fact]
    public void Quantiles_NothingLearned_AreWidePositiveAndFinite()
    {
        var quantiles = new double[5];
        IntervalTable.Learn([], 3, ["bottom"], [0]).Quantiles("bottom", 9, 3, 1, quantiles);

        quantiles[0].ShouldBe(0);
        quantiles[2].ShouldBe(9);
        quantiles[4].ShouldBeInRange(15, 30);
    }

    [Fact]
    public void Quantiles_CalmAndVolatileNodesOfOneSize_CoverEach()
    {
        var random = new Random(3);
        var table = IntervalTable.Learn([.. Mixed(random, 20_000)], 12, ["bottom"], [20_000]);

        var quantiles = new double[5];
        foreach (var calm in new[] { true, false })
        {
            var (inside, count) = (0, 0);
            foreach (var sample in Mixed(random, 20_000).Where(sample => sample.Spread < 10 == calm))
            {
                table.Quantiles("bottom", sample.Forecast, sample.Spread, sample.Horizon, quantiles);
                if (sample.Actual >= quantiles[1] && sample.Actual <= quantiles[3]) inside++;
                count++;
            }

            ((double)inside / count).ShouldBe(0.8, 0.04);
        }
    }

    [Fact]
    public void Quantiles_DenseErrors_LeaveTheMedianAtTheMean()
    {
        var table = IntervalTable.Learn([.. Draw(new Random(7), 3_000)], 12, ["bottom"], [3_000]);

        var quantiles = new double[5];
        table.Quantiles("bottom", 20, 3, 4, quantiles);

        quantiles[2].ShouldBe(20, 1e-9);
    }

    [Fact]
    public void Quantiles_SparseCounts_PutTheMedianBelowTheMean()
    {
        var random = new Random(7);
        var samples = Enumerable.Range(0, 6_000).Select(i => new ErrorSample(
            0, i % 3, i, random.Next(1, 13), 0.3f, 0.4f, random.NextDouble() < 0.3 ? 1 : 0));
        var table = IntervalTable.Learn([.. samples], 12, ["bottom"], [6_000]);

        var quantiles = new double[5];
        table.Quantiles("bottom", 0.3, 0.4, 4, quantiles);

        quantiles[2].ShouldBe(0, 0.02);
    }

    [Fact]
    public void Quantiles_FewPaths_AreWiderThanManyOfTheSameErrors()
    {
        Width(pathLength: 12).ShouldBeGreaterThan(1.05 * Width(pathLength: 1));

        // The twelve errors of a path are equal, as if the level had moved.
        static double Width(int pathLength)
        {
            var random = new Random(5);
            var normal = 0.0;
            var samples = Enumerable.Range(0, 480).Select(i =>
            {
                if (i % 12 == 0) normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
                return new ErrorSample(0, i % 2, i / pathLength, 1 + (i % 12), 50, 10, (float)(50 + (10 * normal)));
            }).ToArray();
            var quantiles = new double[5];
            IntervalTable.Learn(samples, 12, ["bottom"], [0]).Quantiles("bottom", 50, 10, 4, quantiles);
            return quantiles[3] - quantiles[1];
        }
    }

    /// <summary>Nodes of one size, half of them five times as volatile.</summary>
    private static IEnumerable<ErrorSample> Mixed(Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var spread = random.Next(2) == 0 ? 4f : 20f;
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            yield return new ErrorSample(0, i % 3, i, random.Next(1, 13), 100, spread, (float)(100 + (1.25 * normal * spread)));
        }
    }

    /// <summary>Errors whose spread grows with the horizon and, less than in proportion, with the size.</summary>
    private static IEnumerable<ErrorSample> Draw(Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (horizon, forecast) = (random.Next(1, 13), Math.Exp(1 + (4 * random.NextDouble())));
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var deviation = 0.3 * Math.Pow(forecast, 0.8);
            yield return new ErrorSample(
                0, i % 3, i, horizon, (float)forecast, (float)deviation,
                (float)(forecast + (normal * deviation * (1 + (0.05 * horizon)))));
        }
    }
}
