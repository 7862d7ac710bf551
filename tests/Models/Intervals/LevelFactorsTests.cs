using System.Text;
using CommunityDemand.Models.Intervals;

namespace CommunityDemand.Tests.Models.Intervals;

public sealed class LevelFactorsTests
{
    private const int Horizon = 12;

    /// <summary>The second level errs by half as much.</summary>
    private static readonly string[] Levels = ["bottom", "city"];

    [Fact]
    public void Quantiles_LevelOfHalfTheErrors_IsHalfAsWideGivenManyPaths()
    {
        var table = Learn(paths: 1_000);

        foreach (var forecast in new[] { 60.0, 100, 180 })
        {
            (Width80(table, "city", forecast) / Width80(table, "bottom", forecast)).ShouldBe(0.5, 0.04);
            (Width95(table, "city", forecast) / Width95(table, "bottom", forecast)).ShouldBe(0.5, 0.06);
            // What is said is also true: 0.1 of the forecast is one deviation.
            Width80(table, "city", forecast).ShouldBe(2 * 1.2816 * 0.05 * forecast, 0.08 * forecast * 0.13);
        }
    }

    [Fact]
    public void Quantiles_LevelOfHalfTheErrors_IsHardlyNarrowerGivenOnePath()
    {
        var (few, none) = (Learn(paths: 1), Learn(paths: 0));

        foreach (var forecast in new[] { 60.0, 100, 180 })
        {
            var usual = Width80(none, "city", forecast);
            Width80(few, "city", forecast).ShouldBeInRange(0.88 * usual, usual);
            usual.ShouldBe(Width80(none, "a level that training never saw", forecast), 1e-9);
        }
    }

    [Fact]
    public void Quantiles_AnyLevel_LeaveTheMedianWhereItIs()
    {
        var (many, none) = (Learn(paths: 1_000), Learn(paths: 0));

        Quantiles(many, "city", 100)[2].ShouldBe(Quantiles(none, "city", 100)[2], 1e-9);
    }

    [Fact]
    public void WriteAndRead_Table_KeepsTheLevels()
    {
        var table = Learn(paths: 1_000);
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true)) table.Write(writer);
        stream.Position = 0;

        var read = IntervalTable.Read(new BinaryReader(stream));

        stream.Position.ShouldBe(stream.Length);
        foreach (var level in Levels) Quantiles(read, level, 77).ShouldBe(Quantiles(table, level, 77));
    }

    private static double Width80(IntervalTable table, string level, double forecast)
    {
        var quantiles = Quantiles(table, level, forecast);
        return quantiles[3] - quantiles[1];
    }

    private static double Width95(IntervalTable table, string level, double forecast)
    {
        var quantiles = Quantiles(table, level, forecast);
        return quantiles[4] - quantiles[0];
    }

    private static double[] Quantiles(IntervalTable table, string level, double forecast)
    {
        var quantiles = new double[5];
        table.Quantiles(level, forecast, 0.08 * forecast, 6, quantiles);
        return quantiles;
    }

    /// <summary>
    /// Normal errors in proportion to the forecast: a deviation of 10% on the first level, of 5% on the second, which has as many errors.
    /// </summary>
    /// <param name="paths">Of each level.</param>
    private static IntervalTable Learn(int paths)
    {
        var random = new Random(11);
        var samples = Enumerable.Range(0, 40_000).Select(i =>
        {
            var (level, forecast) = (i % 2, 50 + (150 * random.NextDouble()));
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            return new ErrorSample(
                level, i % 3, i, random.Next(1, Horizon + 1), (float)forecast, (float)(0.08 * forecast),
                (float)(forecast * (1 + (normal * (level == 0 ? 0.1 : 0.05)))));
        });
        return IntervalTable.Learn([.. samples], Horizon, Levels, [paths, paths]);
    }
}
