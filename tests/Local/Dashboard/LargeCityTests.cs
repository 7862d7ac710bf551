using System.Diagnostics;
using CommunityDemand.Api.History;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.Dashboard;
using CommunityDemand.Local.Emulator;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Tests.Api;
using CommunityDemand.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>
/// Pages of a city of 1,000 communities, and how long they take: from the request to the page standing, everything loaded anew, tables from
/// memory.
/// </summary>
[Collection(TimedPages.Name)]
[UsesBrowser]
public sealed class LargeCityTests(Chromium chromium) : IAsyncLifetime
{
    private const int Tries = 5;

    private readonly LargeCity _city = new();

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private ServiceProvider _pipeline = null!;
    private DashboardServer _server = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        var facts = new FewFacts();
        for (var index = 0; index < LargeCity.Communities; index++)
        {
            facts.Communities.Add(new Community($"c{index:000}", $"Community {index}", $"S{index / 10}", $"D{index / 100}", "Large"));
            for (var day = 0; day < Cadence.Daily.ShownPeriods; day++)
                facts.Usage.Add(new UsageFact(
                    $"c{index:000}", "library", new DateOnly(2026, 6, 30).AddDays(-day), Group: null, 20, 0, StaffHours: null,
                    Responses: null));
        }

        var tools = await NodeTools.EnsureAsync(_ => { }, TestContext.Current.CancellationToken);
        _pipeline = new ApiPieces { Tables = _city, Facts = facts }.Register().BuildServiceProvider();
        _server = await DashboardServer.StartAsync(
            _pipeline, Path.Combine(tools.Modules, "echarts", "dist"), port: 0, TestContext.Current.CancellationToken);
        _browser = await chromium.OpenAsync(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        await _server.DisposeAsync();
        await _pipeline.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(DashboardTest.Routes), MemberType = typeof(DashboardTest))]
    [InlineData("supply?area=subdistrict:D3/S33&view=days&service=library")]
    public async Task Page_OfAThousandCommunities_StandsWithinASecond(string route)
    {
        await _browser.ShowAsync(_server.Address, route);
        var best = TimeSpan.MaxValue;
        // Other work on the machine only ever adds: the least of a few is the page's own.
        for (var attempt = 0; attempt < Tries && best >= Limit; attempt++)
        {
            var watch = Stopwatch.StartNew();
            await _browser.ShowAsync(_server.Address, route);
            if (watch.Elapsed < best) best = watch.Elapsed;
        }

        TestContext.Current.SendDiagnosticMessage($"{route}: {best.TotalMilliseconds:0} ms");
        best.ShouldBeLessThan(Limit);
        _browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tree_OfAThousandCommunities_HasThemAll()
    {
        await _browser.ShowAsync(_server.Address, "forecasts?area=community:c777&service=library");

        (await _browser.Page.Locator("[role=treeitem]").CountAsync()).ShouldBe(1111);
        (await _browser.Page.TextContentAsync("[role=treeitem][aria-selected=true]")).ShouldBe("Community 777");
    }

    [Fact]
    public async Task Table_OfHundredsOfRows_GetsThemAllInTheirOrder()
    {
        await _browser.ShowAsync(_server.Address, "quality");

        var paths = _browser.Page.Locator("section:has(#uploads) tbody tr td:first-child");
        await Microsoft.Playwright.Assertions.Expect(paths).ToHaveCountAsync(500);
        var shown = await paths.AllTextContentsAsync();
        shown.ShouldBe(shown.Distinct());
    }

    [Fact]
    public async Task Table_InClosedDetails_GetsThemAllOnceOpened()
    {
        await _browser.ShowAsync(_server.Address, "quality");

        var details = _browser.Page.Locator("section:has(#rejection) details");
        var rows = details.Locator("tbody tr");
        (await rows.CountAsync()).ShouldBeLessThan(500);
        await details.Locator("summary").ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(rows).ToHaveCountAsync(500);
    }

    [Fact]
    public async Task Accuracy_OfAnAreasService_StandsBesideWhatTheBacktestExpected()
    {
        await _browser.ShowAsync(_server.Address, "forecasts?area=city:Large&service=library");

        var rows = _browser.Page.Locator("section:has(#accuracy-title) tbody tr");
        (await rows.CountAsync()).ShouldBe(4);
        (await rows.First.Locator("td").AllTextContentsAsync())
            .ShouldBe(["1–7", "196", "0.700 (0.700)", "20.0% (20.0%)", "+1.0%", "81.0% (80.0%)"]);
        (await _browser.Page.TextContentAsync("section:has(#accuracy-title) .notice"))!.ShouldContain("demand runs above its forecasts");
    }

    [Fact]
    public async Task Findings_OfTheRun_AreToldByRankWithAWayToTheirPage()
    {
        await _browser.ShowAsync(_server.Address, "overview");

        var told = await _browser.Page.Locator(".sentences li p").AllTextContentsAsync();
        told.ShouldBe(Enumerable.Range(1, 16).Select(rank => $"Finding {rank}: visits will go unserved. See Supply and demand"));
        (await _browser.Page.Locator(".sentences li.alert").CountAsync()).ShouldBe(4);
    }

    [Theory]
    [InlineData(0, "Nothing needs attention tonight")]
    [InlineData(null, "This run was published by an earlier version and tells no findings. Start a run to have them.")]
    public async Task Findings_OfARunWithoutAny_AreNoneOrUntold(int? findings, string told)
    {
        _city.Findings = findings;

        await _browser.ShowAsync(_server.Address, "overview");

        (await _browser.Page.Locator(".sentences li p").AllTextContentsAsync()).ShouldHaveSingleItem().ShouldStartWith(told);
    }

    [Fact]
    public async Task Columns_OfTheTables_AreAskedForOnceALanguage()
    {
        var asked = new List<string>();
        _browser.Page.Request += (_, request) =>
        {
            if (new Uri(request.Url).AbsolutePath == "/api/columns") asked.Add(new Uri(request.Url).Query);
        };

        await _browser.ShowAsync(_server.Address, "supply", "en");
        await _browser.Page.ClickAsync("nav a:text('Residents')");
        await _browser.Page.WaitForSelectorAsync("#groups");
        await _browser.Page.ClickAsync("button:text('中文')");
        await Microsoft.Playwright.Assertions.Expect(_browser.Page.Locator("section:has(#groups) thead th").First).ToHaveTextAsync("群体");

        asked.ShouldBe(["?lang=en", "?lang=zh"]);
    }

    [Fact]
    public async Task Heading_OfAColumn_TellsWhatTheColumnMeans()
    {
        await _browser.ShowAsync(_server.Address, "residents", "en");

        var heading = _browser.Page.Locator("section:has(#groups) thead th").Nth(2);
        (await heading.TextContentAsync(), await heading.GetAttributeAsync("title")).ShouldBe(("Residents", "Residents of the group"));
    }
}
