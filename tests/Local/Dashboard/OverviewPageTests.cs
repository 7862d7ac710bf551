using CommunityDemand.Local.Reports;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Dashboard;

public sealed class OverviewPageTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
    [Fact]
    public async Task Overview_Opened_IsTheFirstPage()
    {
        await ShowAsync("");

        (await Page.TextContentAsync("h1")).ShouldBe("Riverside, the 28 days after 31 August 2025");
        (await Page.Locator(".run-note").TextContentAsync())!.ShouldStartWith("Run 20250831-");
        (await Page.Locator("nav [aria-current]").TextContentAsync()).ShouldBe("Tonight");
        (await Page.TitleAsync()).ShouldBe("Tonight · Community service demand");
        Browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sentences_OfAShortage_SayWhatTheTableSays()
    {
        await ShowAsync("overview");

        var row = (await ReadAsync("SupplyDemand", ("level", "city"), ("service", "library"))).Single();
        var sentence = await Page.Locator(".sentences li", new() { HasText = "Library:" }).First.Locator("p").TextContentAsync();
        sentence!.ShouldStartWith(
            $"Library: about {Visits(row.Number("expectedShortage"))} of {Whole(row.Number("expectedDemand"))} visits "
                + $"({Percent(1 - row.Number("matchRate"))}) will go unserved by Sun 28 Sep");
        sentence.ShouldContain($"{PublishedCity.HostileName} (");
        sentence.ShouldContain($"The worst day is {row.Day("worstDate"):ddd d MMM}.");
    }

    [Fact]
    public async Task Sentences_OfUploads_NameTheFileThatFailedAndTheRowsInQuarantine()
    {
        await ShowAsync("overview");

        var told = string.Join('\n', await Page.Locator(".sentences li p").AllTextContentsAsync());
        var failed = (await ReadAsync("Uploads")).Single(row => row.Text("path") == PublishedCity.EmptyFile);
        told.ShouldContain($"{PublishedCity.EmptyFile} could not be taken in: {failed.Said("message")}");
        told.ShouldContain("3 rows (");
        told.ShouldContain(PublishedCity.BadFile);
    }

    [Fact]
    public async Task Sentences_OfTheRun_AreItsWarnings()
    {
        await ShowAsync("overview");

        var warnings = (await ReadAsync("Runs")).Single().Said("warnings").Split("; ", StringSplitOptions.RemoveEmptyEntries);
        var told = await Page.Locator(".sentences li p").AllTextContentsAsync();
        foreach (var warning in warnings) told.ShouldContain(sentence => sentence.StartsWith(warning, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shortages_Shown_EqualTheTable()
    {
        await ShowAsync("overview");

        var table = (await ReadAsync("SupplyDemand", ("level", "community"))).Where(
            row => row.Text("serviceLevel") == "service" && row.Number("expectedShortage") > 0)
            .OrderByDescending(row => row.Number("expectedShortage")).ToList();
        var rows = await RowsAsync("shortages");
        rows.Select(cells => cells[4]).ShouldBe(table.Select(row => Visits(row.Number("expectedShortage"))));
        rows.Select(cells => cells[6]).ShouldBe(table.Select(row => Percent(row.Number("shortageProbability"))));
    }

    [Fact]
    public async Task Shortage_Chosen_LeadsToItsForecast()
    {
        await ShowAsync("overview");

        await Page.ClickAsync("section:has(#shortages) tbody a");
        await Page.WaitForSelectorAsync("#forecast-title");

        (await Page.TextContentAsync("#forecast-title")).ShouldBe($"{PublishedCity.HostileName} · Library");
        (await Page.Locator("main img").CountAsync()).ShouldBe(0);
        Browser.Complaints.ShouldBeEmpty();
    }
}
