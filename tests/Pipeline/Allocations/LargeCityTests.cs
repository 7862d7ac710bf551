using System.Diagnostics;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Pipeline.Allocations;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Tests.Pipeline.Allocations;

/// <summary>A thousand communities, twelve services, four weeks. Prints how long sharing out takes.</summary>
public sealed class LargeCityTests(ITestOutputHelper output)
{
    private const int Communities = 1000;
    private const int Services = 12;
    private const int Horizon = 28;
    private const int CommunitiesADistrict = 40;

    private static readonly DateOnly Origin = new(2026, 3, 1);

    [Fact]
    public async Task Compute_ThousandCommunities_IsBetterThanProportionalInEveryDistrict()
    {
        var (plan, nodes) = City();
        var indicator = new AllocationsIndicator(null!, Options.Create(new AllocationOptions()));

        var watch = Stopwatch.StartNew();
        var rows = await indicator.ComputeAsync(plan, nodes, TestContext.Current.CancellationToken);
        output.WriteLine($"{Communities} communities x {Services} services x {Horizon} days shared out in {watch.Elapsed.TotalSeconds:0.00} s");

        var columns = PublicTable.Allocations.OwnColumns.ToList();
        double Of(CommunityDemand.Pipeline.Indicators.IndicatorRow row, string column) => row.Values[columns.IndexOf(column)].Number!.Value;
        foreach (var row in rows.Where(row => row.Level >= AreaLevel.District))
        {
            Of(row, "Units").ShouldBe(Of(row, "Budget"), 1e-9);
            Of(row, "ShortageRemoved").ShouldBeGreaterThan(Of(row, "ProportionalRemoved"));
        }

        var city = rows.Single(row => row.Level == AreaLevel.City && row.Scope == ServiceScope.All);
        output.WriteLine($"removes {Of(city, "ShortageRemoved"):0} of {Of(city, "ShortageBefore"):0} person-visits, proportional shares {Of(city, "ProportionalRemoved"):0}");
    }

    private static (RunPlan Plan, IReadOnlyList<NodeRow> Nodes) City()
    {
        var random = new Random(3);
        var (nodes, capacities) = (new List<NodeRow>(), new List<CapacitySteps>());
        for (var community = 0; community < Communities; community++)
        {
            for (var service = 0; service < Services; service++)
            {
                var (size, has) = (5 + (95 * random.NextDouble()), 0.7 + (0.6 * random.NextDouble()));
                double[] mean = [.. Enumerable.Range(0, Horizon).Select(day => size * (1 + (0.2 * Math.Sin(day))))];
                double[] Times(double factor) => Array.ConvertAll(mean, of => of * factor);
                var node = new Node(Level.Bottom, [$"d{community / CommunitiesADistrict}", $"d{community / CommunitiesADistrict}/s{community / 8}", $"c{community}", "basic_living", $"s{service}"]);
                nodes.Add(new NodeRow(
                    AreaLevel.Community, $"c{community}", ServiceScope.OfService($"s{service}"),
                    new NodeForecast(node, mean, mean, Times(0.75), Times(1.25), Times(0.6), Times(1.45), "", "")));
                capacities.Add(new CapacitySteps($"c{community}", $"s{service}", [new CapacityStep(Origin, size * has)]));
            }
        }

        return (new RunPlan("r", Origin, Horizon, null!, null, "city", [], new Dictionary<string, string>(), [], capacities), nodes);
    }
}
