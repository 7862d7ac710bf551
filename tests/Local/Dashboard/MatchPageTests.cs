using System.Globalization;
using CommunityDemand.Local.Reports;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using Microsoft.Playwright;

namespace CommunityDemand.Tests.Local.Dashboard;

public sealed class MatchPageTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
    [Theory]
    [InlineData("structural")]
    [InlineData("personal")]
    public async Task Mismatch_OfADimension_EqualsTheTable(string dimension)
    {
        await ShowAsync("match?area=district:East");

        var table = (await ReadAsync("MatchDimensions", ("level", "district"), ("area", "East"), ("service", "all")))
            .Where(row => row.Text("dimension") == dimension)
            .ToList();
        table.ShouldNotBeEmpty();
        (await RowsAsync(dimension)).Select(cells => cells[1])
            .ShouldBe(table.Select(row => row.Number("mismatch") is { } mismatch ? Percent(mismatch, 1) : "–"));
    }

    [Fact]
    public async Task ExtraCapacity_ByService_EqualsTheTable()
    {
        await ShowAsync("match");

        var row = (await ReadAsync("Allocations", ("level", "city"), ("service", "library"))).Single();
        var cells = (await RowsAsync("services")).Single();
        cells[0].ShouldBe("Library");
        cells[1].ShouldBe(Visits(row.Number("shortageRemoved")));
        cells[2].ShouldBe(Whole(row.Number("units")));
        cells[4].ShouldBe(
            string.Create(CultureInfo.InvariantCulture, $"{Visits(row.Number("shortageBefore"))} → {Visits(row.Number("shortageAfter"))}"));
        cells[5].ShouldBe($"{Percent(row.Number("matchRateBefore"), 1)} → {Percent(row.Number("matchRateAfter"), 1)}");
    }

    [Fact]
    public async Task ExtraCapacity_ByArea_EqualsTheTable()
    {
        await ShowAsync("match?area=subdistrict:East/Mill&service=library");

        var table = (await ReadAsync("Allocations", ("level", "community"), ("service", "library")))
            .Where(row => row.Number("units") > 0)
            .OrderByDescending(row => row.Number("shortageRemoved"))
            .ToList();
        table.ShouldNotBeEmpty();
        (await RowsAsync("places")).Select(cells => (cells[0], cells[1]))
            .ShouldBe(table.Select(row => (row.Text("areaName")!, Visits(row.Number("shortageRemoved")))));
    }

    [Fact]
    public async Task ExtraCapacity_Moved_IsAnsweredByTheRunAndStandsInTheAddress()
    {
        await ShowAsync("match");
        var slider = Page.GetByLabel("Extra capacity, of what there is");
        (await slider.GetAttributeAsync("aria-valuetext")).ShouldBe("5%");

        for (var press = 0; press < 10; press++) await slider.PressAsync("ArrowRight");
        await Browser.ReadyAsync();

        (await slider.GetAttributeAsync("aria-valuetext")).ShouldBe("15%");
        new Uri(Page.Url).Fragment.ShouldContain("extra=15");
        var answer = await City.Allocations.AskAsync(
            new AllocationRequest(Pool: AllocationPool.Service, Share: 0.15, VulnerableWeight: 1, Least: 0),
            TestContext.Current.CancellationToken);
        var whole = answer.Rows[0];
        (await Page.TextContentAsync(".told")).ShouldBe(
            $"Shortage falls by {Visits(whole.ShortageRemoved)} of {Visits(whole.ShortageBefore)} visits; shared in proportion it would "
                + $"fall by {Visits(whole.ProportionalRemoved)}.");
        (await RowsAsync("live-services")).Select(cells => (cells[0], cells[1])).ShouldBe([("Library", Visits(whole.ShortageRemoved))]);
        (await RowsAsync("live-places")).Select(cells => (cells[0], cells[1])).ShouldBe(
            answer.Rows.Where(row => row is { Level: "district", Service: "all", Units: > 0 }).OrderByDescending(row => row.ShortageRemoved)
                .Select(row => (row.AreaName, Visits(row.ShortageRemoved))));
        (await Page.EvaluateAsync<string>("document.activeElement.type")).ShouldBe("range");
        Browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task ExtraCapacity_MovedThenBack_StandsAsBefore()
    {
        await ShowAsync("match?extra=20");
        await Page.GetByLabel("Weight of vulnerable communities").PressAsync("ArrowRight");
        await Browser.ReadyAsync();
        new Uri(Page.Url).Fragment.ShouldContain("weight=1.5");

        await Page.GoBackAsync();
        await Assertions.Expect(Page.GetByLabel("Weight of vulnerable communities")).ToHaveValueAsync("1");

        (await Page.GetByLabel("Extra capacity, of what there is").InputValueAsync()).ShouldBe("20");
    }

    [Fact]
    public async Task ExtraCapacity_Moved_GoesAlongToOtherAreas()
    {
        await ShowAsync("match?area=district:East");
        await Page.GetByLabel("Extra capacity, of what there is").PressAsync("End");
        await Browser.ReadyAsync();

        await Page.Locator("nav.crumbs a").First.ClickAsync();
        await Assertions.Expect(Page.Locator("nav.crumbs a")).ToHaveCountAsync(0);

        (await Page.GetByLabel("Extra capacity, of what there is").InputValueAsync()).ShouldBe("50");
    }
}
