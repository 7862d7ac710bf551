using System.Diagnostics;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Allocations;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Tests.Pipeline.WhatIfs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Tests.Pipeline.Allocations;

/// <summary>A thousand communities, twelve services, four weeks. Prints how long sharing out takes.</summary>
public sealed class LargeCityTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Compute_ThousandCommunities_IsBetterThanProportionalInEveryDistrict()
    {
        var (plan, nodes) = LargeRun.Make();
        var indicator = new AllocationsIndicator(null!, Options.Create(new AllocationOptions()));

        var watch = Stopwatch.StartNew();
        var rows = await indicator.ComputeAsync(plan, nodes, TestContext.Current.CancellationToken);
        output.WriteLine($"{LargeRun.Communities} communities x {LargeRun.Services} services x {LargeRun.Horizon} days shared out in {watch.Elapsed.TotalSeconds:0.00} s");

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
}
