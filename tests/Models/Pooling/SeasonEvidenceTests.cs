using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.History;
using CommunityDemand.Models.Panels;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Tests.Models.Pooling;

public sealed class SeasonEvidenceTests
{
    private const int Season = 12;
    private const int Years = 8;

    [Fact]
    public void BlockLevels_SteadyGrowth_FollowTheLine()
    {
        double[] values = [.. Enumerable.Range(0, Years * Season).Select(t => 100.0 + (2 * t))];

        var levels = BlockLevels.Of(values, Season);

        for (var block = 0; block < Years; block++)
        {
            for (var j = 0; j < Season; j++)
                levels.At(block, j).ShouldBe(values[BlockLevels.StartOf(values.Length, block, Season) + j], 1.5);
        }
    }

    [Fact]
    public void BlockLevels_NoiseWithoutGrowth_AreNearlyFlat()
    {
        var random = new Random(4);
        double[] values = [.. Enumerable.Range(0, Years * Season).Select(_ => 100 + Normal(random, 20))];

        var levels = BlockLevels.Of(values, Season);

        for (var block = 0; block < Years; block++)
            Math.Abs(levels.At(block, Season - 1) - levels.At(block, 0)).ShouldBeLessThan(6);
    }

    [Fact]
    public void Shares_NoSeason_BelieveInNone() => Shares((_, _, _) => 0, noise: 0.2).None.ShouldBeGreaterThan(0.7);

    [Fact]
    public void Shares_OneSeasonForAll_BelieveInTheGroup()
    {
        var shares = Shares((_, _, phase) => 0.3 * Math.Sin(2 * Math.PI * phase / Season), noise: 0.5);

        shares.Group.ShouldBeGreaterThan(0.7);
        shares.None.ShouldBeLessThan(0.2);
    }

    [Fact]
    public void Shares_SeasonsOfTheirOwn_BelieveInTheOwn()
    {
        var shares = Shares((series, _, phase) => 0.4 * Math.Sin((2 * Math.PI * phase / Season) + series), noise: 0.1);

        (shares.Own + shares.Simple).ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void Shares_SeasonOfOneYearAlone_BelieveInNone()
    {
        // What happens to all series in a single year is no season, although the group has it.
        var shares = Shares((_, year, phase) => year == 3 ? 0.8 * Math.Sin(2 * Math.PI * phase / Season) : 0, noise: 0.1);

        shares.None.ShouldBeGreaterThan(0.6);
    }

    [Fact]
    public void SeasonChoice_HoursWithAndWithoutAWeek_FindIt()
    {
        Choose(weekend: 0.3).ShouldBe(168);
        Choose(weekend: 1).ShouldBe(24);

        static int Choose(double weekend)
        {
            var random = new Random(9);
            var axis = new TimeAxis(Frequency.Hourly, new DateTime(2025, 1, 6), 24 * 7 * 12);
            double[][] values = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, axis.Count)
                .Select(t => Math.Max(0, 50 * (1 + Math.Sin(2 * Math.PI * t / 24)) * (t / 24 % 7 >= 5 ? weekend : 1)) + random.Next(10))
                .ToArray())];
            return SeasonChoice.Of(
                new EngineOptions(), new Panel(axis, new KeySchema(["key"], []), [["a"], ["b"], ["c"]], values), 48,
                TestContext.Current.CancellationToken);
        }
    }

    private static IndexShares Shares(Func<int, int, int, double> season, double noise)
    {
        var random = new Random(2);
        var axis = new TimeAxis(Frequency.Monthly, new DateTime(2016, 1, 1), Years * Season);
        double[][] values = [.. Enumerable.Range(0, 30).Select(series => Enumerable.Range(0, axis.Count)
            .Select(t => Math.Max(0, 100 * (1 + season(series, t / Season, t % Season) + Normal(random, noise))))
            .ToArray())];
        var panel = new Panel(axis, new KeySchema(["key"], []), [.. Enumerable.Range(0, 30).Select(i => new[] { $"s{i}" })], values);
        var history = new PanelHistory(NodePanel.Of(panel, panel.Schema, Season), Season);
        return PoolTable.Learn(history, axis.Count, axis.Count).Shares;
    }

    private static double Normal(Random random, double deviation) =>
        deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
