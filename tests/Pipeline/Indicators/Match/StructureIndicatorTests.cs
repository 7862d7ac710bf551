using CommunityDemand.Domain.Geography;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Indicators.Match;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Tests.Pipeline.Indicators.Match;

public sealed class StructureIndicatorTests
{
    private static readonly DateOnly Origin = new(2025, 3, 1);

    [Fact]
    public async Task Compute_HandbookShares_GiveTheNationalMismatch()
    {
        var rows = await ComputeAsync(
            [
                Node("c1", "basic_living", "meals", 65, 65),
                Node("c1", "basic_living", "doctor", 28, 28),
                Node("c1", "culture_and_education", "e-library", 7, 7),
            ],
            [Steps("c1", "meals", 68), Steps("c1", "doctor", 25), Steps("c1", "e-library", 7)]);

        foreach (var (level, area) in new[] { (AreaLevel.Community, "c1"), (AreaLevel.City, "Tiny") })
        {
            var row = rows.Find(level, area, ServiceScope.All, "supply_types");
            row.Number("Value")!.Value.ShouldBe(0.03, 1e-12);
            row.Number("Mismatch")!.Value.ShouldBe(0.03, 1e-12);
            row.Number("Reference").ShouldBe(0.03);
            row.Number("Basis").ShouldBe(3);
            row.Of("From").Day.ShouldBe(Origin.AddDays(1));
            row.Of("To").Day.ShouldBe(Origin.AddDays(2));
        }

        rows.Find(AreaLevel.City, "Tiny", ServiceScope.OfNeedClass("basic_living"), "supply_types").Number("Reference").ShouldBeNull();
        // Both classes are wanted and supplied 93 to 7.
        rows.Find(AreaLevel.City, "Tiny", ServiceScope.All, "need_classes").Number("Value")!.Value.ShouldBe(0, 1e-12);
        rows.Find(AreaLevel.City, "Tiny", ServiceScope.OfNeedClass("basic_living"), "services").Number("Value")!.Value
            .ShouldBe((68.0 / 93) - (65.0 / 93), 1e-12);
    }

    [Fact]
    public async Task Compute_CapacityInTheOtherCommunity_IsAMismatchOfPlaces()
    {
        var rows = await ComputeAsync(
            [Node("c1", "basic_living", "meals", 30, 30), Node("c2", "basic_living", "meals", 10, 10)],
            [Steps("c1", "meals", 25), Steps("c2", "meals", 75)]);

        // Wanted .75 and .25, supplied .25 and .75.
        rows.Find(AreaLevel.District, "D", ServiceScope.OfService("meals"), "communities").Number("Value")!.Value.ShouldBe(0.5, 1e-12);
        // Of a single service or community shares say nothing.
        rows.ShouldAllBe(row => row.Level != AreaLevel.Community && row.Parts[1] == "communities");
    }

    [Fact]
    public async Task Compute_CapacityUnknown_LeavesTheServiceOrTheDaysOut()
    {
        var rows = await ComputeAsync(
            [
                Node("c1", "basic_living", "meals", 10, 90),
                Node("c1", "basic_living", "doctor", 10, 10),
                Node("c1", "basic_living", "library", 500, 500),
            ],
            [Steps("c1", "meals", 30, from: 2), Steps("c1", "doctor", 35)]);

        // 90 on one day and 20 on two, against 30 and 70.
        rows.Find(AreaLevel.City, "Tiny", ServiceScope.All, "services").Number("Value")!.Value.ShouldBe((90.0 / 110) - 0.3, 1e-12);
    }

    [Fact]
    public async Task Compute_NothingSupplied_SaysNothing() => (await ComputeAsync(
        [Node("c1", "basic_living", "meals", 10, 10), Node("c1", "basic_living", "doctor", 10, 10)],
        [Steps("c1", "meals", 0), Steps("c1", "doctor", 0)])).ShouldBeEmpty();

    private static async Task<IReadOnlyList<IndicatorRow>> ComputeAsync(NodeRow[] nodes, CapacitySteps[] capacities)
    {
        var plan = new RunPlan("r", Origin, 2, null!, null, "Tiny", [], new ServiceNames(
            new Dictionary<string, ServiceName>()), [], capacities)
        {
            SupplyTypes = new Dictionary<string, string>
            {
                ["meals"] = "basic",
                ["doctor"] = "professional",
                ["e-library"] = "digital",
                ["library"] = "basic",
            },
        };
        return [.. (await new StructureIndicator().ComputeAsync(plan, nodes, TestContext.Current.CancellationToken))
            .Select(row => new IndicatorRow(row))];
    }

    private static NodeRow Node(string community, string needClass, string service, params double[] mean) => new(
        AreaLevel.Community,
        community,
        ServiceScope.OfService(service),
        new NodeForecast(
            new Node(Level.Bottom, ["D", "D/S", community, needClass, service]), mean, mean, mean, mean, mean, mean, "ets", []));

    private static CapacitySteps Steps(string community, string service, double daily, int from = 0) =>
        new(community, service, [new CapacityStep(Origin.AddDays(from), daily)]);
}
