using System.Diagnostics;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using CommunityDemand.Tests.Support;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Tests.Pipeline.WhatIfs.Allocations;

/// <summary>A thousand communities, twelve services, four weeks. Prints how long sharing out takes.</summary>
[Slow]
public sealed class LargeCityTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Compute_ThousandCommunities_IsBetterThanProportionalInEveryDistrict()
    {
        var (plan, nodes) = LargeRun.Make();
        var indicator = new AllocationsIndicator(null!, Options.Create(new AllocationOptions()));

        var watch = Stopwatch.StartNew();
        var rows = await indicator.ComputeAsync(plan, nodes, TestContext.Current.CancellationToken);
        output.WriteLine(
            $"{LargeRun.Communities} communities x {LargeRun.Services} services x {LargeRun.Horizon} days shared out in "
                + $"{watch.Elapsed.TotalSeconds:0.00} s");

        foreach (var row in rows.Cast<AllocationsRow>().Where(row => row.Level >= AreaLevel.District))
        {
            row.Figures.Units.ShouldBe(row.Figures.Budget!.Value, 1e-9);
            row.Figures.ShortageRemoved.ShouldBeGreaterThan(row.Figures.ProportionalRemoved);
        }

        var city = rows.Cast<AllocationsRow>().Single(row => row.Level == AreaLevel.City && row.Scope == ServiceScope.All);
        output.WriteLine(
            $"removes {city.Figures.ShortageRemoved:0} of {city.Figures.ShortageBefore:0} person-visits, proportional shares "
                + $"{city.Figures.ProportionalRemoved:0}");
    }
}
