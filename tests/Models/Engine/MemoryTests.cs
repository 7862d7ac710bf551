using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Panels;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Models.Engine;

/// <summary>The heap is one for the whole process: nothing else may run while it is measured.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
[Slow]
public sealed class MemoryTests
{
    /// <summary>
    /// Bytes a series and period that a training may hold beside the panel's own 4 whenever it reports a step. It holds 19 here: the sums
    /// of the levels, the members' forecasts from three origins, the nodes sampled. In double precision it was 44, with every node
    /// described at every origin 140.
    /// </summary>
    private const double MostBytes = 30;

    [Fact]
    public void Train_DailyPanel_HoldsLittleMoreThanThePanel()
    {
        var panel = Daily(communities: 60, services: 8, periods: 500);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var progress = new Steps(() => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before));

        new ForecastEngine(new EngineOptions { TrainingRows = 4_000, Trees = 10 })
            .Train(panel, 14, progress, TestContext.Current.CancellationToken);

        progress.Count.ShouldBeGreaterThanOrEqualTo(6);
        ((double)most / (panel.Keys.Count * panel.Axis.Count)).ShouldBeLessThan(MostBytes);
    }

    private static Panel Daily(int communities, int services, int periods)
    {
        var random = new Random(3);
        var keys = Enumerable.Range(0, communities * services)
            .Select(i => new[] { $"d{i / services / 10}", $"c{i / services}", $"n{i % services / 3}", $"s{i % services}" }).ToArray();
        var values = keys.Select((_, i) => Enumerable.Range(0, periods)
            .Select(t => Math.Floor((1 + (i % 9)) * (1 + (t % 7 / 6.0)) * (0.5 + random.NextDouble()))).ToArray()).ToArray();
        return new Panel(new TimeAxis(Frequency.Daily, new DateTime(2023, 1, 1), periods), Synthetic.City, keys, values);
    }

    private sealed class Steps(Action measure) : IProgress<EngineProgress>
    {
        public int Count { get; private set; }

        public void Report(EngineProgress value)
        {
            Count++;
            measure();
        }
    }
}
