using System.Text.RegularExpressions;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>Pages of a city that counts by month speak of months.</summary>
[Collection(DashboardSuite.Name)]
[UsesAzurite]
[UsesBrowser]
public sealed partial class MonthlyCityPageTests(AzuriteFixture azurite, Chromium chromium)
{
    [Fact]
    public async Task Pages_OfACityThatCountsByMonth_SpeakOfMonths()
    {
        await using var city = await MonthlyCity.PublishAsync(azurite.NewAccount(), TestContext.Current.CancellationToken);
        await using var browser = await chromium.OpenAsync(city.Address, null);

        await browser.ShowAsync(city.Address, "overview");
        (await browser.Page.TextContentAsync("h1"))!.ShouldEndWith(", the 12 months after 31 December 2025");

        await browser.ShowAsync(city.Address, "forecasts");
        await browser.Page.WaitForSelectorAsync(".chart canvas");
        (await browser.Page.GetAttributeAsync(".chart", "aria-label"))!.ShouldContain("visits expected on January 2026");
        await browser.Page.Locator("section:has(#forecast-title) details > summary").First.ClickAsync();
        (await browser.Page.Locator("section:has(#forecast-title) tbody tr").CountAsync()).ShouldBe(12);

        foreach (var route in DashboardTest.Routes.Select(route => route.Data))
        {
            await browser.ShowAsync(city.Address, route);
            var text = (await browser.Page.TextContentAsync("main"))!;
            SpansOfDays().Matches(text).Select(match => match.Value).ShouldBeEmpty(route);
        }

        browser.Complaints.ShouldBeEmpty();
    }

    // Speech of days as periods; a day of a complaint or a column of dates may be spoken of.
    [GeneratedRegex(@"\b[0-9]+ days\b|days ahead|every day|by day|a day above|a day below|[Ww]orst day", RegexOptions.CultureInvariant)]
    private static partial Regex SpansOfDays();
}
