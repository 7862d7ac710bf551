using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Tests.Models.Engine;

/// <summary>A series of which a few days are known has its own forecast of 30; its peers have 5 or 15.</summary>
public sealed class ColdStartTests
{
    private const double Own = 30;

    [Theory]
    [InlineData(1e-6, 29.9, Own)]
    [InlineData(1e6, 5, 15)]
    public void Adjust_FewValues_LeansOnPeersAsMuchAsValuesAreNoisy(double variance, double least, double most) =>
        Adjusted(known: 3, variance).ShouldBeInRange(least, most);

    [Fact]
    public void BacktestVariance_SeriesThatBeganAfterAllOrigins_IsNotKnown()
    {
        var panel = Synthetic.Monthly(change: (series, values) =>
        {
            if (series == 5) Array.Fill(values, double.NaN, 0, values.Length - 3);
        });

        var model = new ForecastEngine(new EngineOptions { Boosting = false })
            .Train(panel, 6, cancellationToken: TestContext.Current.CancellationToken);

        model.BacktestVariance(new Node(Level.Bottom, panel.Keys[5])).ShouldBe(double.NaN);
    }

    [Fact]
    public void Adjust_MoreValues_LeansLess()
    {
        double[] means = [.. Enumerable.Range(1, 8).Select(known => Adjusted(known, variance: 200))];

        means.ShouldBe(means.Order());
        means.ShouldBeUnique();
        means[0].ShouldBeLessThan(20);
        means[^1].ShouldBe(Own);
    }

    [Fact]
    public void Adjust_NoForecastOfItsOwn_IsAsItsPeers() => Adjusted(known: 0, variance: 20).ShouldBeInRange(5, 15);

    private static double Adjusted(int known, double variance)
    {
        const int Periods = 100;
        string[][] keys =
        [
            .. from community in Enumerable.Range(0, 6)
               from service in Enumerable.Range(0, 3)
               select (string[])[$"d{community / 3}", $"c{community}", "n0", $"s{service}"],
        ];
        double[][] values = [.. keys.Select(
            (_, series) => Enumerable.Range(0, Periods).Select(t => series == 0 && t < Periods - known ? double.NaN : 1).ToArray())];
        var panel = new Panel(new TimeAxis(Frequency.Daily, new DateTime(2024, 1, 1), Periods), Synthetic.City, keys, values);
        var nodes = NodePanel.Of(panel, panel.Schema, 7);
        var young = Enumerable.Range(0, nodes.Count)
            .Single(node => nodes.Hierarchy.Nodes[node].IsBottom && nodes.Hierarchy.Nodes[node].Values.SequenceEqual(keys[0]));
        var means = new double[]?[nodes.Count];
        for (var node = 0; node < nodes.Count; node++)
        {
            if (nodes.Hierarchy.Nodes[node].IsBottom) means[node] = [node % 2 == 0 ? 5 : 15];
        }

        means[young] = known == 0 ? null : [Own];
        return new ColdStart(nodes, means, _ => variance, horizon: 1).Adjust(young).Single();
    }
}
