using CommunityDemand.Local.Reports;

namespace CommunityDemand.Tests.Local.Dashboard;

public sealed class SupplyPageTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
    [Theory]
    [InlineData("shortageProbability")]
    [InlineData("matchRate")]
    [InlineData("utilisation")]
    public async Task Heat_OfAreasByService_EqualsTheTable(string measure)
    {
        await ShowAsync($"supply?area=subdistrict:East/Mill&measure={measure}");

        var table = await ReadAsync("SupplyDemand", ("level", "community"), ("service", "library"));
        table.Count.ShouldBe(2);
        (await Page.Locator(".heat tbody td").AllTextContentsAsync())
            .ShouldBe(table.OrderBy(row => row.Text("areaName"), StringComparer.Ordinal).Select(row => Percent(row.Number(measure))));
    }

    [Fact]
    public async Task Heat_OfAreasByDay_EqualsTheForecasts()
    {
        await ShowAsync("supply?view=days&service=library");

        var shown = await Page.Locator(".heat tbody tr:has(th:has-text('West')) td").AllTextContentsAsync();
        var table = await ReadAsync("Forecasts", ("level", "district"), ("area", "West"), ("service", "library"));
        shown.ShouldBe(table.Select(row => Visits(row.Number("mean"))));
    }

    [Fact]
    public async Task Figures_BehindTheHeat_EqualTheTable()
    {
        await ShowAsync("supply");

        var table = await ReadAsync("SupplyDemand", ("level", "district"), ("service", "library"));
        var row = table.Single();
        await Page.ClickAsync("summary");
        var cells = (await Page.Locator("details tbody td").AllTextContentsAsync()).ToList();
        cells[0].ShouldBe("East");
        cells[3].ShouldBe(Whole(row.Number("expectedDemand")));
        cells[4].ShouldBe(Whole(row.Number("capacity")));
        cells[5].ShouldBe(Visits(row.Number("expectedShortage")));
    }

    [Fact]
    public async Task Area_Chosen_LeadsToTheAreasWithinIt()
    {
        await ShowAsync("supply");

        await Page.ClickAsync(".heat th a");
        await Page.WaitForSelectorAsync(".crumbs li:nth-child(2)");
        await Browser.ReadyAsync();

        (await Page.Locator(".crumbs li").AllTextContentsAsync()).ShouldBe(["Riverside", "East"]);
        (await Page.Locator(".heat tbody th").AllTextContentsAsync()).ShouldBe(["Mill"]);
    }
}
