using CommunityDemand.Local.Reports;

namespace CommunityDemand.Tests.Local.Dashboard;

public sealed class ParticipationPageTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["meeting"] = "Meeting",
        ["app"] = "App",
        ["offline"] = "In person",
        ["online"] = "Online",
    };

    [Fact]
    public async Task Quarters_OfTheCity_EqualTheTable()
    {
        await ShowAsync("participation");

        var table = (await ReadAsync("Participation", ("level", "city")))
            .Where(row => row.Text("breakdown") == "total")
            .OrderBy(row => row.Text("period"), StringComparer.Ordinal)
            .ToList();
        table.Count.ShouldBeGreaterThan(4);
        (await RowsAsync("quarters")).Select(cells => (cells[1], cells[3], cells[4]))
            .ShouldBe(
                table.Select(row => (Percent(row.Number("rate"), 1), Whole(row.Number("participants")), Whole(row.Number("eligible")))));
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("mode")]
    public async Task Breakdown_OfTheLatestQuarter_EqualsTheTable(string breakdown)
    {
        await ShowAsync("participation?area=district:West");

        var table = await ReadAsync("Participation", ("level", "district"), ("area", "West"));
        var latest = table.Max(row => row.Text("period"));
        (await RowsAsync(breakdown)).Select(cells => (cells[0], cells[1])).ShouldBe(table
            .Where(row => row.Text("breakdown") == breakdown && row.Text("period") == latest).OrderByDescending(row => row.Number("rate"))
            .Select(row => (Names[row.Text("category")!], Percent(row.Number("rate"), 1))));
    }

    [Fact]
    public async Task Communities_Low_AreNamed()
    {
        await ShowAsync("participation?area=subdistrict:East/Mill");

        var told = string.Join('\n', await Page.Locator("section:has(#low) li").AllTextContentsAsync());
        var row = (await ReadAsync("Participation", ("level", "community"), ("area", "c1"))).Where(row => row.Text("breakdown") == "total")
            .MaxBy(row => row.Text("period"), StringComparer.Ordinal);
        row.Text("standing").ShouldBe("weak");
        told.ShouldContain($"{PublishedCity.HostileName} ({Percent(row.Number("rate"), 1)}");
    }
}
