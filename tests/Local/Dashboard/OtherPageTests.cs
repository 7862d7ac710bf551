using System.Globalization;
using System.Text.Json;
using CommunityDemand.Local.Reports;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Dashboard;

public sealed class OtherPageTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
    [Fact]
    public async Task Residents_OfAnArea_EqualTheTable()
    {
        await ShowAsync("residents?area=district:West");

        var table = await ReadAsync("Residents", ("level", "district"), ("area", "West"));
        var rows = await RowsAsync("groups");
        rows.Count.ShouldBe(table.Count);
        rows.Select(cells => cells[1]).ShouldBe(table.Select(row => Percent(row.Number("share"), 1)));
        rows.Select(cells => cells[2]).ShouldBe(table.Select(row => Whole(row.Number("members"))));
        rows.Select(cells => cells[3]).ShouldBe(table.Select(row => Percent(row.Number("shareYearAgo"), 1)));
        rows.Single(cells => cells[0] == "Aged 60 and over")[4].ShouldStartWith("+");
    }

    [Fact]
    public async Task Residents_OfTheAreasWithin_EqualTheTable()
    {
        await ShowAsync("residents?group=age_60_plus");

        var table = (await ReadAsync("Residents", ("level", "district"))).Where(row => row.Text("group") == "age_60_plus")
            .OrderByDescending(row => row.Number("share"));
        (await RowsAsync("places")).Select(cells => (cells[0], cells[1]))
            .ShouldBe(table.Select(row => (row.Text("areaName")!, Percent(row.Number("share"), 1))));
    }

    [Fact]
    public async Task Models_Shown_EqualTheTable()
    {
        await ShowAsync("runs");

        var model = (await ReadAsync("Models")).Single();
        var cells = (await RowsAsync("models")).Single();
        cells[0].ShouldBe(model.Text("model"));
        cells[1].ShouldBe("champion");
        cells[3]
            .ShouldBe(string.Create(CultureInfo.InvariantCulture, $"{model.Number("rmsse"):0.000} ({model.Number("naiveRmsse"):0.000})"));
        (await Page.Locator("section:has(#promotions) p").TextContentAsync())!
            .ShouldEndWith((await ReadAsync("Runs")).Single().Said("promotionReason"));
    }

    [Fact]
    public async Task Importance_OfTheChampion_EqualsTheTable()
    {
        await ShowAsync("runs");

        var importance = JsonDocument.Parse((await ReadAsync("Models")).Single().Text("importance")!).RootElement.EnumerateArray().ToList();
        (await RowsAsync("importance")).Select(cells => (cells[0], cells[1]))
            .ShouldBe(importance.Select(feature => (feature.Text("feature")!, Percent(feature.Number("share")))));
    }

    [Fact]
    public async Task Run_Shown_EqualsTheTable()
    {
        await ShowAsync("runs");

        var run = (await ReadAsync("Runs")).Single();
        var cells = (await RowsAsync("runs")).Single();
        cells[0].ShouldBe(run.Text("run"));
        cells[1].ShouldBe("published");
        cells[6].ShouldBe(Whole(run.Number("rows")));
    }
}
