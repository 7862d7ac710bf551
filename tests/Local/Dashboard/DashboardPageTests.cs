using System.Globalization;
using System.Text.RegularExpressions;
using CommunityDemand.Local.Reports;
using Microsoft.Playwright;

namespace CommunityDemand.Tests.Local.Dashboard;

public sealed class DashboardPageTests(PublishedCity city) : IClassFixture<PublishedCity>, IAsyncLifetime
{
    private Browser _browser = null!;

    private IPage Page => _browser.Page;

    public async ValueTask InitializeAsync()
    {
        await city.EnsureAsync(TestContext.Current.CancellationToken);
        _browser = await Browser.OpenAsync(city.Address);
    }

    public ValueTask DisposeAsync() => _browser is null ? ValueTask.CompletedTask : _browser.DisposeAsync();

    [Fact]
    public async Task Page_Opened_ShowsTheRunWithoutAnyComplaintOfTheBrowser()
    {
        await OpenAsync();

        (await Page.TextContentAsync("h1")).ShouldBe("Riverside, the 28 days after 31 August 2025");
        (await Page.Locator(".chart canvas").CountAsync()).ShouldBe(1);
        (await Page.Locator("#run-note").TextContentAsync())!.ShouldStartWith("Run 20250831-");
        _browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Forecasts_OfAChosenAreaAndService_EqualTheTables()
    {
        await OpenAsync("#community%3Ac2/library");
        await TitleStartsAsync("Bridge");
        await Page.ClickAsync("summary");

        var shown = await Page.Locator("details td:nth-child(2)").AllTextContentsAsync();
        var expected = await ReadAsync("Forecasts", ("level", "community"), ("area", "c2"), ("service", "library"));
        shown.ShouldBe(expected.Select(row => Visits(row.Number("mean")!.Value)));
        shown.Count.ShouldBe(28);
    }

    [Fact]
    public async Task Shortages_Shown_EqualTheTable()
    {
        await OpenAsync();

        var table = (await ReadAsync("SupplyDemand", ("level", "community"))).Where(row => row.Text("serviceLevel") == "service" && row.Number("expectedShortage") > 0).ToList();
        var cells = await Page.Locator("section:has(#shortages) tbody tr").AllAsync();
        cells.Count.ShouldBe(table.Count);
        var worst = table.MaxBy(row => row.Number("expectedShortage"));
        (await cells[0].Locator("td").AllTextContentsAsync())[4].ShouldBe(Visits(worst.Number("expectedShortage")!.Value));
    }

    [Fact]
    public async Task Uploads_Shown_EqualTheTable()
    {
        await OpenAsync();

        var rows = await Page.Locator("section:has(#uploads) tbody tr").AllAsync();
        var uploads = (await ReadAsync("Uploads")).OrderBy(row => row.Text("path"), StringComparer.Ordinal).ToList();
        rows.Count.ShouldBe(uploads.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = await rows[i].Locator("td").AllTextContentsAsync();
            cells[0].ShouldBe(uploads[i].Text("path"));
            cells[2].ShouldBe(Whole(uploads[i].Number("read")!.Value));
            cells[3].ShouldBe(Whole(uploads[i].Number("kept")!.Value));
        }
    }

    [Fact]
    public async Task Name_ThatIsMarkup_IsShownAsText()
    {
        await OpenAsync("#community%3Ac1/library");

        await TitleStartsAsync("<img");
        (await Page.Locator("main img").CountAsync()).ShouldBe(0);
        _browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Areas_ByKeyboardAlone_AreOpenedAndChosen()
    {
        await OpenAsync();

        await Page.FocusAsync("[role=treeitem][tabindex='0']");
        foreach (var key in (string[])["ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown", "Enter"]) await Page.Keyboard.PressAsync(key);

        await TitleStartsAsync("Bridge");
        new Uri(Page.Url).Fragment.ShouldStartWith("#community%3Ac2/");
    }

    [Fact]
    public async Task Page_OnAPhone_DoesNotScrollSideways()
    {
        await Page.SetViewportSizeAsync(390, 844);
        await OpenAsync();

        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
    }

    private async Task OpenAsync(string fragment = "")
    {
        await Page.GotoAsync(city.Address + fragment);
        await Page.WaitForSelectorAsync("main:not([aria-busy])");
        await Page.Locator("details tbody tr").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    // Locators wait by themselves; a script of ours would be evaluated in the page, which its security policy may refuse.
    private Task TitleStartsAsync(string text) =>
        Assertions.Expect(Page.Locator("#forecast-title")).ToHaveTextAsync(new Regex("^" + Regex.Escape(text)));

    private async Task<List<System.Text.Json.JsonElement>> ReadAsync(string table, params (string Key, string Value)[] query) =>
        await city.Tables.ReadAsync(table, query.ToDictionary(p => p.Key, p => p.Value), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    // As the page's Intl.NumberFormat does: one decimal below 20, none above, halves away from zero.
    private static string Visits(double value) => value < 20
        ? Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("#,0.#", CultureInfo.InvariantCulture)
        : Whole(value);

    private static string Whole(double value) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("#,0", CultureInfo.InvariantCulture);
}
