using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.WhatIfs;

namespace CommunityDemand.Tests.Pipeline.WhatIfs;

/// <summary>
/// What a run over a thousand communities, twelve services and four weeks leaves: its plan and the forecasts of communities' services.
/// </summary>
internal static class LargeRun
{
    public const string Id = "20260301-0123456789ab";
    public const int Communities = 1000;
    public const int Services = 12;
    public const int Horizon = 28;

    private const int CommunitiesADistrict = 40;
    private const int CommunitiesASubdistrict = 8;

    public static readonly DateOnly Origin = new(2026, 3, 1);

    /// <summary>Half of the services follow the old.</summary>
    public static WhatIfFacts Facts => new(
        [.. Enumerable.Range(0, Services).Select(
            s => new Service($"s{s}", $"Service {s}", $"s{s}", NeedClass.BasicLiving, SupplyType.Basic, s % 2 == 0, 30))], null, []);

    public static (RunPlan Plan, IReadOnlyList<NodeRow> Nodes) Make()
    {
        var random = new Random(3);
        var (nodes, capacities, areas) = (
            new List<NodeRow>(), new List<CapacitySteps>(), new List<Area> { new(AreaLevel.City, "city", "City", null) });
        for (var community = 0; community < Communities; community++)
        {
            var district = $"d{community / CommunitiesADistrict}";
            var subdistrict = $"{district}/s{community / CommunitiesASubdistrict}";
            if (community % CommunitiesADistrict == 0) areas.Add(new Area(AreaLevel.District, district, district, "city"));
            if (community % CommunitiesASubdistrict == 0) areas.Add(new Area(AreaLevel.Subdistrict, subdistrict, subdistrict, district));
            areas.Add(new Area(AreaLevel.Community, $"c{community}", $"Community {community}", subdistrict));
            for (var service = 0; service < Services; service++)
            {
                var (size, has) = (5 + (95 * random.NextDouble()), 0.7 + (0.6 * random.NextDouble()));
                double[] mean = [.. Enumerable.Range(0, Horizon).Select(day => size * (1 + (0.2 * Math.Sin(day))))];
                double[] Times(double factor) => Array.ConvertAll(mean, of => of * factor);
                var node = new Node(Level.Bottom, [district, subdistrict, $"c{community}", "basic_living", $"s{service}"]);
                nodes.Add(new NodeRow(
                    AreaLevel.Community, $"c{community}", ServiceScope.OfService($"s{service}"),
                    new NodeForecast(node, mean, mean, Times(0.75), Times(1.25), Times(0.6), Times(1.45), "", [])));
                capacities.Add(new CapacitySteps($"c{community}", $"s{service}", [new CapacityStep(Origin, size * has)]));
            }
        }

        var names = new ServiceNames(
            Enumerable.Range(0, Services).ToDictionary(s => $"s{s}", s => new ServiceName($"Service {s}", $"服务 {s}")));
        return (new RunPlan(Id, Origin, Horizon, null!, null, "city", areas, names, [], capacities), nodes);
    }
}
