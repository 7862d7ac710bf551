using System.ComponentModel.DataAnnotations;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.WhatIfs.Allocations;

[UsesAzurite]
public sealed class AllocationsIndicatorTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_Default_SharesFivePercentOutAndEveryLevelAddsUp()
    {
        var city = TinyCity.Noisy(100);
        Shrink(city, 0.9);
        await using var harness = new RunHarness(azurite.NewAccount(), city);

        var run = await harness.RunAsync();

        var rows = await RowsAsync(harness, run.Id);
        rows.Select(row => row["Resource"]).Distinct().ShouldBe(["visits"]);
        var district = rows.Single(row => row["Level"] == "district" && row["Area"] == "东区" && row["Service"] == "day-care");
        // Communities 0 and 2 of the district have 117 and 297 (90% of a mean day): 5% of 414.
        Number(district, "Budget").ShouldBe(20);
        Number(district, "Units").ShouldBe(20);
        Number(district, "ShortageRemoved").ShouldBeGreaterThanOrEqualTo(Number(district, "ProportionalRemoved") - 1e-9);
        Number(district, "MatchRateAfter").ShouldBeGreaterThan(Number(district, "MatchRateBefore"));
        foreach (var column in (string[])[
            "Units",
            "ExtraCapacity",
            "ExpectedDemand",
            "ShortageBefore",
            "ShortageAfter",
            "ProportionalRemoved",
        ])
        {
            foreach (var level in AreaLevelCodes)
            {
                foreach (var scope in (string[])["service", "need_class", "all"])
                {
                    rows.Where(row => row["Level"] == level && row["ServiceLevel"] == scope).Sum(row => Number(row, column))
                        .ShouldBe(
                            rows.Where(row => row["Level"] == "city" && row["ServiceLevel"] == "all").Sum(row => Number(row, column)),
                            1e-6);
                }
            }
        }
    }

    [Fact]
    public async Task RunAsync_Published_AgreesWithSupplyDemand()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Noisy(100), ("Allocation:Share", "0"));

        var run = await harness.RunAsync();

        var supply = (await harness.RowsAsync(SupplyDemandRow.Table.Name, run.Id)).Values.Select(Parse).ToDictionary(Key);
        var rows = await RowsAsync(harness, run.Id);
        rows.Count.ShouldBe(supply.Count);
        foreach (var row in rows)
        {
            Number(row, "ShortageBefore").ShouldBe(Number(supply[Key(row)], "ExpectedShortage"), 1e-6);
            Number(row, "ShortageAfter").ShouldBe(Number(row, "ShortageBefore"), 1e-6);
            Number(row, "MatchRateBefore").ShouldBe(Number(supply[Key(row)], "MatchRate"), 1e-9);
        }
    }

    [Fact]
    public async Task RunAsync_StaffForTheDistrict_GoWhereAnEmployeeServesMost()
    {
        // Both services are as short, yet an employee of the library serves ten visitors a day, one of day care two.
        var city = TinyCity.Noisy(100);
        city.Capacity.Clear();
        foreach (var community in city.Communities)
        {
            city.Capacity.Add(new CapacityFact(community.Code, "day-care", TinyCity.FirstDay, 20, 10, null, null, null));
            city.Capacity.Add(new CapacityFact(community.Code, "library", TinyCity.FirstDay, 20, 2, null, null, null));
        }

        await using var harness = new RunHarness(
            azurite.NewAccount(),
            city,
            ("Allocation:Resource", "Staff"),
            ("Allocation:Pool", "District"),
            ("Allocation:Budgets:东区", "4"),
            ("Allocation:Share", "0.25"));

        var run = await harness.RunAsync();

        var rows = await RowsAsync(harness, run.Id);
        var all = rows.Single(row => row["Level"] == "district" && row["Area"] == "东区" && row["ServiceLevel"] == "all");
        Number(all, "Budget").ShouldBe(4);
        var library = rows.Single(row => row["Level"] == "district" && row["Area"] == "东区" && row["Service"] == "library");
        (Number(library, "Units"), Number(library, "ExtraCapacity")).ShouldBe((4, 40));
        library.ShouldNotContainKey("Budget");
        Number(rows.Single(row => row["Level"] == "district" && row["Area"] == "西区" && row["ServiceLevel"] == "all"), "Budget").ShouldBe(6);
    }

    [Fact]
    public async Task RunAsync_VulnerableCommunities_WeighMoreAndEveryoneGetsTheLeast()
    {
        var city = TinyCity.Noisy(100);
        Shrink(city, 0.9);
        for (var k = 0; k < city.Communities.Count; k++)
            city.Population.Add(
                new PopulationFact($"c/{k}", city.LastDay.AddDays(-9), 1000, 100 + (50 * k), null, null, null, null, null, null));
        await using var harness = new RunHarness(
            azurite.NewAccount(),
            city,
            ("Allocation:VulnerableWeight", "2"),
            ("Allocation:SpecialGroupsWeight", "3"),
            ("Allocation:Least", "4"));

        var run = await harness.RunAsync();

        var places = (await RowsAsync(harness, run.Id)).Where(row => row["Level"] == "community" && row["ServiceLevel"] == "service")
            .ToList();
        places.ShouldAllBe(row => Number(row, "Units") >= 4);
        places.Select(row => (row["Area"], row["Service"], Number(row, "Weight"))).ShouldBe(
            [
                ("c/0", "day-care", 3), ("c/1", "day-care", 3), ("c/2", "day-care", 3), ("c/3", "day-care", 6),
                ("c/0", "library", 1), ("c/1", "library", 1), ("c/2", "library", 1), ("c/3", "library", 2),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Options_VisitsInADistrictsPool_AreRefused()
    {
        var options = new AllocationOptions { Pool = AllocationPool.District, Budgets = new() { ["东区"] = -1 } };

        var results = options.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage!).ToList();

        results.Count.ShouldBe(2);
        results[0].ShouldContain("set Resource");
        results[1].ShouldContain("东区");
    }

    private static IEnumerable<string> AreaLevelCodes => Enum.GetValues<AreaLevel>().Select(level => level.Code());

    // Capacity a part of a mean day's demand: ten times the pattern, 13 and 10 for each community before.
    private static void Shrink(TinyCity city, double part)
    {
        city.Capacity.Clear();
        for (var k = 0; k < city.Communities.Count; k++)
        {
            foreach (var service in TinyCity.ServiceCodes) city.Capacity.Add(
                new CapacityFact($"c/{k}", service, TinyCity.FirstDay, part * 10 * (13 + (10 * k)), null, null, null, null));
        }
    }

    private static async Task<List<Dictionary<string, string>>> RowsAsync(RunHarness harness, string run)
    {
        Cancel.ThrowIfCancellationRequested();
        var rows = await harness.RowsAsync(AllocationsRow.Table.Name, run);
        (await harness.RowsAsync(AllocationsRow.Table.Index!, run)).Count.ShouldBe(rows.Count);
        return [.. rows.Values.Select(Parse)];
    }

    private static Dictionary<string, string> Parse(string row) =>
        row.Split(';').Select(cell => cell.Split('=', 2)).ToDictionary(cell => cell[0], cell => cell[1]);

    private static (string, string, string, string) Key(Dictionary<string, string> row) =>
        (row["Level"], row["Area"], row["ServiceLevel"], row["Service"]);

    private static double Number(Dictionary<string, string> row, string column) =>
        double.Parse(row[column], System.Globalization.CultureInfo.InvariantCulture);
}
