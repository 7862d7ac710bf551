using System.Globalization;
using CommunityDemand.Local.Reports;

namespace CommunityDemand.Tests.Local.Dashboard;

public sealed class ScenariosPageTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
    private static readonly string[] Order = ["ageing", "surge", "closed-centre", "new-centre"];

    [Fact]
    public async Task Scenarios_OfTheCity_EqualTheTable()
    {
        await ShowAsync("scenarios");

        var table = (await ReadAsync("Scenarios", ("level", "city"), ("service", "all"))).OrderBy(row => Array.IndexOf(Order, row.Text("scenario"))).ToList();
        table.ShouldNotBeEmpty();
        var rows = await RowsAsync("scenarios");
        rows.Select(cells => (cells[1], cells[3], cells[4])).ShouldBe(table.Select(row => (Signed(row.Number("demandChange")), Whole(row.Number("demand")), Signed(row.Number("shortageChange")))));
        rows.Zip(table).ShouldAllBe(pair => pair.First[0].EndsWith(pair.Second.Text("title")!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scenario_Chosen_ByAreaEqualsTheTable()
    {
        await ShowAsync("scenarios?scenario=surge");

        var table = (await ReadAsync("Scenarios", ("level", "district"), ("service", "all"))).Where(row => row.Text("scenario") == "surge").ToDictionary(row => row.Text("areaName")!);
        var rows = await RowsAsync("places");
        rows.Count.ShouldBe(table.Count);
        foreach (var cells in rows) cells[1].ShouldBe(Signed(table[cells[0]].Number("demandChange")));
    }

    private static string Signed(double? value) =>
        value is null ? "–" : Math.Round(value.Value, Math.Abs(value.Value) < 20 ? 1 : 0, MidpointRounding.AwayFromZero).ToString("+#,0.#;-#,0.#;0", CultureInfo.InvariantCulture);
}
