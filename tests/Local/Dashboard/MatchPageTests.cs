using System.Globalization;
using CommunityDemand.Local.Reports;

namespace CommunityDemand.Tests.Local.Dashboard;

public sealed class MatchPageTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
    [Theory]
    [InlineData("structural")]
    [InlineData("personal")]
    public async Task Mismatch_OfADimension_EqualsTheTable(string dimension)
    {
        await ShowAsync("match?area=district:East");

        var table = (await ReadAsync("MatchDimensions", ("level", "district"), ("area", "East"), ("service", "all"))).Where(row => row.Text("dimension") == dimension).ToList();
        table.ShouldNotBeEmpty();
        (await RowsAsync(dimension)).Select(cells => cells[1]).ShouldBe(table.Select(row => row.Number("mismatch") is { } mismatch ? Percent(mismatch, 1) : "–"));
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
        cells[4].ShouldBe(string.Create(CultureInfo.InvariantCulture, $"{Visits(row.Number("shortageBefore"))} → {Visits(row.Number("shortageAfter"))}"));
        cells[5].ShouldBe($"{Percent(row.Number("matchRateBefore"), 1)} → {Percent(row.Number("matchRateAfter"), 1)}");
    }

    [Fact]
    public async Task ExtraCapacity_ByArea_EqualsTheTable()
    {
        await ShowAsync("match?area=subdistrict:East/Mill&service=library");

        var table = (await ReadAsync("Allocations", ("level", "community"), ("service", "library"))).Where(row => row.Number("units") > 0).OrderByDescending(row => row.Number("shortageRemoved")).ToList();
        table.ShouldNotBeEmpty();
        (await RowsAsync("places")).Select(cells => (cells[0], cells[1])).ShouldBe(table.Select(row => (row.Text("areaName")!, Visits(row.Number("shortageRemoved")))));
    }
}
