using System.Globalization;
using CommunityDemand.Local.Reports;

namespace CommunityDemand.Tests.Local.Dashboard;

public sealed class SatisfactionPageTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
    [Fact]
    public async Task Dimensions_OfAnArea_EqualTheTable()
    {
        await ShowAsync("satisfaction?area=district:East");

        var table = (await ReadAsync("Satisfaction", ("level", "district"), ("area", "East"), ("service", "all")))
            .Where(row => row.Text("periodKind") == "year" && row.Text("source") == "all").ToDictionary(row => row.Text("dimension")!);
        var rows = await RowsAsync("dimensions");
        rows.Select(cells => cells[0]).ShouldBe(["Overall", "Content", "Efficiency", "Attitude", "Sustainability", "Innovation"]);
        foreach (var cells in rows)
        {
            var row = table[cells[0].ToLowerInvariant()];
            cells[1].ShouldBe(Tenths(row.Number("index")));
            cells[3].ShouldBe(row.Number("reference") is { } reference ? Tenths(reference) : "–");
            cells[4].ShouldStartWith(Percent(row.Number("satisfied"), 1));
            cells[5].ShouldBe(Whole(row.Number("answers")));
        }
    }

    [Fact]
    public async Task Communities_Weak_AreNamedAndRankedAsInTheTable()
    {
        await ShowAsync("satisfaction?area=subdistrict:East/Mill");

        var table = (await ReadAsync("Satisfaction", ("level", "community"), ("service", "all")))
            .Where(row => row.Text("periodKind") == "year"
                && row.Text("source") == "all" && row.Text("dimension") == "overall" && row.Text("parent") == "East/Mill")
            .OrderBy(row => row.Number("rank")).ToList();
        (await RowsAsync("ranking")).Select(cells => (cells[0], cells[1], cells[3]))
            .ShouldBe(table.Select(row => (row.Text("areaName")!, Tenths(row.Number("index")), Tenths(row.Number("shrunkIndex")))));
        var told = string.Join('\n', await Page.Locator("section:has(#standing) li").AllTextContentsAsync());
        told.ShouldContain($"{PublishedCity.HostileName} is rated below the city, beyond chance");
        told.ShouldContain("residents");
    }

    [Fact]
    public async Task ThemesAndComplaints_OfTheCity_EqualTheTable()
    {
        await ShowAsync("satisfaction");

        var table = await ReadAsync("FeedbackThemes", ("level", "city"), ("service", "all"));
        var latest = table.Max(row => row.Text("period"));
        var themes = table.Where(row => row.Text("period") == latest && row.Text("theme") != "all")
            .OrderByDescending(row => row.Number("share"))
            .ToList();
        themes.ShouldNotBeEmpty();
        (await RowsAsync("themes")).Select(cells => cells[1]).ShouldBe(themes.Select(row => Percent(row.Number("share"), 1)));
        (await RowsAsync("complaints")).Select(cells => cells[1])
            .ShouldBe(table.Where(row => row.Text("theme") == "all").OrderBy(row => row.Text("period"), StringComparer.Ordinal)
            .Select(row => Tenths(row.Number("complaintRate"))));
    }

    private static string Tenths(double? value) =>
        Math.Round(value!.Value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
