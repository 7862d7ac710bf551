using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Models.Features;

/// <summary>Series whose demand doubles on the days of campaigns, which each series has at times of its own.</summary>
public sealed class KnownAheadTests
{
    private const int Days = 420;
    private const int Horizon = 14;
    private const int Count = 24;

    [Fact]
    [Slow]
    public void Run_FeatureKnownAhead_FollowsTheDaysToCome()
    {
        var campaigns = Campaigns();

        var plain = Error(campaigns, feature: null);
        var asOfOrigin = Error(campaigns, Feature(campaigns, isKnownAhead: false));
        var ahead = Error(campaigns, Feature(campaigns, isKnownAhead: true));

        ahead.ShouldBeLessThan(0.6 * plain);
        ahead.ShouldBeLessThan(0.6 * asOfOrigin);
    }

    [Fact]
    public void PanelOfSums_FeatureKnownAhead_StaysKnownAhead()
    {
        var panel = new Panel(
            new TimeAxis(Frequency.Daily, new DateTime(2024, 1, 1), 2), KeySchema.Of(["area", "place"], ["area", "place"]),
            [["a", "x"], ["a", "y"]], new float[][] { [1, 2], [3, 4] }, null,
            [new SeriesFeature("price", [[new FeatureStep(0, 2), new FeatureStep(3, 4)], [new FeatureStep(0, 4)]], isKnownAhead: true)]);

        var copies = new[] { panel.Where(_ => true), panel.Truncate(1), Reloaded(panel), panel.SumTo(["area"]) };

        copies.ShouldAllBe(copy => copy.Features.Single().IsKnownAhead);
        copies[3].Features.Single().KnownBefore(0, 4).ShouldBe(4);
        copies[3].Features.Single().KnownBefore(0, 3).ShouldBe(3);
    }

    private static Panel Reloaded(Panel panel)
    {
        using var stream = new MemoryStream();
        panel.Save(stream);
        stream.Position = 0;
        return Panel.Load(stream);
    }

    private static bool[][] Campaigns()
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, Count).Select(_ => Enumerable.Range(0, Days + Horizon).Select(_ => random.Next(8) == 0).ToArray())];
    }

    private static SeriesFeature Feature(bool[][] campaigns, bool isKnownAhead) => new(
        "campaign",
        [.. campaigns.Select(days => days.Index().Select(day => new FeatureStep(day.Index, day.Item ? 1 : 0)).ToArray())],
        isKnownAhead);

    private static double Error(bool[][] campaigns, SeriesFeature? feature)
    {
        var random = new Random(11);
        var values = campaigns.Select(days => days.Index().Select(day =>
            (day.Item ? 200.0 : 100.0) * (day.Index % 7 < 5 ? 1 : 0.7) + (10 * random.NextDouble())).ToArray()).ToArray();
        var panel = new Panel(
            new TimeAxis(Frequency.Daily, new DateTime(2023, 1, 2), Days),
            KeySchema.Of(["place"], []),
            [.. Enumerable.Range(0, Count).Select(series => new[] { $"p{series:00}" })],
            [.. values.Select(series => series[..Days])],
            null,
            feature is null ? [] : [feature]);
        var set = new ForecastEngine(new EngineOptions()).Run(panel, Horizon, cancellationToken: TestContext.Current.CancellationToken);
        return set.Nodes.Index().Average(node => Enumerable.Range(0, Horizon)
            .Average(h => Math.Abs(node.Item.Mean[h] - values[node.Index][Days + h])));
    }
}
