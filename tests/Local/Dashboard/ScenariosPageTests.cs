using System.Globalization;
using CommunityDemand.Local.Reports;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Dashboard;

public sealed class ScenariosPageTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
    private static readonly string[] Order = ["ageing", "surge", "closed-centre", "new-centre"];

    [Fact]
    public async Task Scenarios_OfTheCity_EqualTheTable()
    {
        await ShowAsync("scenarios");

        var table = (await ReadAsync("Scenarios", ("level", "city"), ("service", "all")))
            .OrderBy(row => Array.IndexOf(Order, row.Text("scenario")))
            .ToList();
        table.ShouldNotBeEmpty();
        var rows = await RowsAsync("scenarios");
        rows.Select(cells => (cells[1], cells[3], cells[4])).ShouldBe(
            table.Select(row => (Signed(row.Number("demandChange")), Whole(row.Number("demand")), Signed(row.Number("shortageChange")))));
        rows.Zip(table).ShouldAllBe(pair => pair.First[0].EndsWith(pair.Second.Said("title"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scenario_Chosen_ByAreaEqualsTheTable()
    {
        await ShowAsync("scenarios?scenario=surge");

        var table = (await ReadAsync("Scenarios", ("level", "district"), ("service", "all"))).Where(row => row.Text("scenario") == "surge")
            .ToDictionary(row => row.Text("areaName")!);
        var rows = await RowsAsync("places");
        rows.Count.ShouldBe(table.Count);
        foreach (var cells in rows) cells[1].ShouldBe(Signed(table[cells[0]].Number("demandChange")));
    }

    [Fact]
    public async Task Ageing_Moved_IsAnsweredByTheRun()
    {
        await ShowAsync("scenarios");
        var slider = Page.GetByLabel("Residents aged 60 and over, percentage points");

        await slider.PressAsync("ArrowRight");
        await slider.PressAsync("ArrowRight");
        await Browser.ReadyAsync();

        new Uri(Page.Url).Fragment.ShouldContain("points=2");
        await ToldAsync(new ScenarioRequest(ScenarioKind.Ageing, Points: 2), row => row is { Level: "city", Service: "all" });
        Browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Surge_OfAnAreasService_IsAskedForThatAlone()
    {
        await ShowAsync("scenarios?area=district:East&what=surge&service=library&factor=1.5");

        await ToldAsync(
            new ScenarioRequest(ScenarioKind.Surge, Factor: 1.5, Areas: ["East"], Services: ["library"]),
            row => row is { Level: "district", Area: "East", Service: "all" });
        (await RowsAsync("live-services")).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("new-centre", "capacity=40")]
    [InlineData("closed-centre", "moved=30")]
    public async Task Centre_OfACommunity_OpensOrCloses(string what, string value)
    {
        await ShowAsync($"scenarios?area=community:c2&service=library&what={what}&{value}");

        var request = what == "new-centre"
            ? new ScenarioRequest(ScenarioKind.NewCentre, Community: "c2", Service: "library", Capacity: 40, Level: "community")
            : new ScenarioRequest(ScenarioKind.ClosedCentre, Community: "c2", Service: "library", Moved: 0.3, Level: "community");
        await ToldAsync(request, row => row is { Level: "community", Area: "c2", Service: "all" });
        Browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Centre_AboveCommunities_IsNotOffered()
    {
        await ShowAsync("scenarios");

        (await Page.Locator("section:has(#live) select").First.Locator("option").AllTextContentsAsync())
            .ShouldBe(["Residents age", "Demand surges"]);
    }

    private async Task ToldAsync(ScenarioRequest request, Func<ScenarioAnswerRow, bool> whole)
    {
        var row = (await City.Scenarios.AskAsync(request, TestContext.Current.CancellationToken)).Rows.Single(whole);
        row.ShortageChange.ShouldNotBeNull();
        (await Page.TextContentAsync(".told"))
            .ShouldBe($"Demand changes by {Signed(row.DemandChange)} visits, shortage by {Signed(row.ShortageChange)}.");
    }

    private static string Signed(double? value) =>
        value is null ? "–" : Math.Round(value.Value, Math.Abs(value.Value) < 20 ? 1 : 0, MidpointRounding.AwayFromZero)
            .ToString("+#,0.#;-#,0.#;0", CultureInfo.InvariantCulture);
}
