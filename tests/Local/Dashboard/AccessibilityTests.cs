using System.Reflection;
using System.Text.Json;
using CommunityDemand.Local.Emulator;
using CommunityDemand.Local.Reports;
using Microsoft.Playwright;

namespace CommunityDemand.Tests.Local.Dashboard;

public sealed class AccessibilityTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
    // The rules of axe-core, https://github.com/dequelabs/axe-core: WCAG 2.2 A and AA, and good practice.
    protected override async Task<string?> ScriptAsync()
    {
        var tools = await NodeTools.EnsureAsync(
            Assembly.GetExecutingAssembly(), "axe-core", _ => { }, TestContext.Current.CancellationToken);
        return Path.Combine(tools.Modules, "axe-core", "axe.min.js");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    [InlineData("scenarios?area=community:c1&what=new-centre")]
    [InlineData("match?area=district:East&extra=30")]
    public async Task Page_ByAxe_HasNoSeriousIssueLightOrDark(string route)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await ShowAsync(route);
            // One that is open is no longer among the closed.
            var closed = Page.Locator("details:not([open]) > summary");
            while (await closed.CountAsync() > 0) await closed.First.ClickAsync();

            var found = await Page.EvaluateAsync<JsonElement>(
                "axe.run().then(result => result.violations.map(v => ({ rule: v.id, impact: v.impact, where: v.nodes.map(node => "
                    + "node.html).slice(0, 3) })))");

            found.EnumerateArray().Where(issue => issue.Text("impact") is "serious" or "critical").Select(issue => issue.ToString())
                .ShouldBeEmpty($"{route}, {scheme}");
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    [InlineData("scenarios?area=community:c1&what=new-centre")]
    [InlineData("match?area=district:East&extra=30")]
    public async Task Page_OnAPhone_DoesNotScrollSideways(string route)
    {
        await Page.SetViewportSizeAsync(360, 740);
        foreach (var language in (string[])["en", "zh"])
        {
            await ShowAsync(route, language);

            (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"))
                .ShouldBeLessThanOrEqualTo(0, $"{route} in {language}");
        }
    }

    [Fact]
    public async Task SkipLink_ByKeyboard_IsFirstAndLeadsToTheContent()
    {
        await ShowAsync("supply");

        await Page.Keyboard.PressAsync("Tab");
        (await Page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("skip");
        (await Page.Locator(".skip").BoundingBoxAsync())!.X.ShouldBeGreaterThanOrEqualTo(0);
        await Page.Keyboard.PressAsync("Enter");

        (await Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("main");
        new Uri(Page.Url).Fragment.ShouldBe("#/supply");
    }

    [Fact]
    public async Task Page_Changed_IsAnnouncedAndTakesTheFocus()
    {
        await ShowAsync("overview");

        await Page.ClickAsync("nav a:text('Residents')");
        await Assertions.Expect(Page.Locator("#status")).ToHaveTextAsync("Residents: ready");

        (await Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("main");
    }

    [Fact]
    public async Task Colours_Chosen_AreRemembered()
    {
        const string Paper = "getComputedStyle(document.body).backgroundColor";
        await ShowAsync("overview");
        (await Page.EvaluateAsync<string>(Paper)).ShouldBe("rgb(245, 246, 244)");

        await Page.Locator(".switches select").SelectOptionAsync("dark");
        (await Page.EvaluateAsync<string>(Paper)).ShouldBe("rgb(18, 23, 26)");

        await ShowAsync("quality");
        (await Page.EvaluateAsync<string>(Paper)).ShouldBe("rgb(18, 23, 26)");
        (await Page.Locator(".switches select").InputValueAsync()).ShouldBe("dark");
    }
}
