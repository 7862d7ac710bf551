using System.Text.RegularExpressions;
using CommunityDemand.Local.Reports;
using CommunityDemand.Tests.Support;
using Microsoft.Playwright;

namespace CommunityDemand.Tests.Local.Dashboard;

public sealed class ForecastPageTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
    [Fact]
    public async Task Forecasts_OfAChosenAreaAndService_EqualTheTables()
    {
        await ShowAsync("forecasts?area=community:c2&service=library");

        (await Page.TextContentAsync("#forecast-title")).ShouldBe("Bridge · Library");
        var table = await ReadAsync("Forecasts", ("level", "community"), ("area", "c2"), ("service", "library"));
        var rows = await RowsAsync("forecast-title");
        rows.Count.ShouldBe(28);
        rows.Select(cells => cells[1]).ShouldBe(table.Select(row => Visits(row.Number("mean"))));
        rows.Select(cells => cells[2]).ShouldBe(table.Select(row => $"{Visits(row.Number("lower80"))} to {Visits(row.Number("upper80"))}"));
        (await Page.Locator(".chart-note").TextContentAsync())!.ShouldContain(table[0].Said("drivers").Split("; ")[0]);
    }

    [Fact]
    public async Task Chart_Drawn_SaysInWordsWhatItShows()
    {
        await ShowAsync("forecasts?area=district:West&service=all");

        await Page.WaitForSelectorAsync(".chart canvas");
        var table = await ReadAsync("Forecasts", ("level", "district"), ("area", "West"), ("service", "all"));
        (await Page.GetAttributeAsync(".chart", "aria-label"))!
            .ShouldStartWith($"West · All services: {Visits(table[0].Number("mean"))} visits expected on Mon 1 Sep");
    }

    [Fact]
    public async Task Areas_ByKeyboardAlone_AreOpenedAndChosen()
    {
        await ShowAsync("forecasts");

        await Page.FocusAsync("[role=treeitem][tabindex='0']");
        foreach (var key in (string[])["ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown", "Enter"])
            await Page.Keyboard.PressAsync(key);

        // Locators wait by themselves; a script of ours would be evaluated in the page, which its security policy may refuse.
        await Assertions.Expect(Page.Locator("#forecast-title")).ToHaveTextAsync(new Regex("^Bridge"));
        new Uri(Page.Url).Fragment.ShouldBe("#/forecasts?area=community%3Ac2&service=all");
    }

    [Fact]
    public async Task Choice_Undone_ByBackIsTheOneBefore()
    {
        await ShowAsync("forecasts?area=community:c2&service=library");
        await Page.Locator("main select").SelectOptionAsync("meal-help");
        await Assertions.Expect(Page.Locator("#forecast-title")).ToHaveTextAsync("Bridge · Meal help");

        await Page.GoBackAsync();

        await Assertions.Expect(Page.Locator("#forecast-title")).ToHaveTextAsync("Bridge · Library");
    }

    [Fact]
    public async Task Address_Mangled_ShowsTheCity()
    {
        await ShowAsync("forecasts?area=%E0%A4%A&service=nonsense");

        (await Page.TextContentAsync("#forecast-title")).ShouldBe("Riverside · All services");
        Browser.Complaints.ShouldBeEmpty();
    }
}
