using System.Text.RegularExpressions;
using CommunityDemand.Models.Boosting;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>What the pipeline writes in English, as a Chinese page says it.</summary>
public sealed partial class ChineseTextTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
    // The text without data and without what stays as it was written; and whether anything did.
    private const string Told = """
        async warning => {
          const { warningText } = await import(new URL('warnings.js', document.baseURI));
          const { element } = await import(new URL('dom.js', document.baseURI));
          const node = element('p', {}, warningText(warning, null));
          const verbatim = node.querySelector('[lang=en]')?.textContent ?? '';
          node.querySelectorAll('[translate=no]').forEach(part => part.remove());
          return [node.textContent, verbatim];
        }
        """;

    public static TheoryData<string> Warnings { get; } =
    [
        "Demand has drifted from its forecasts in 7 of 300 areas' services: Library in Bridge (community) 3.5 visits a day above the forecast since 2025-08-01; "
            + "All services in East (district) straying farther from the forecast than in the backtest since 2025-08-02; and 5 more. ForecastAccuracy marks them.",
        "1 community reported nothing for 28 days and counts as closed: c9. Upload their usage, or valid_to in communities.",
        "12 communities reported nothing for 28 days and count as closed: c1, c2, .... Upload their usage, or valid_to in communities.",
        "1 community with usage is in no row of dataset communities and stands under unassigned: c9. Correct the codes in usage, or describe them.",
        LightGbmLibrary.Missing,
        "Usage has 20 days up to 2025-08-31; a forecast needs 56 (Run:MinimumHistoryDays). Upload older usage and start again.",
        "Usage has 20 series of a community and a service; the champion learned from 80 (Run:LeastDataShare 50%).",
        "Usage has 100 days; the champion learned from 700 (Run:LeastDataShare 50%).",
        "Usage of the 7 days to 2025-08-31 is 31% of what is usual on these days of the week (holidays apart, of the 8 weeks before; Run:LeastVolumeShare 50%).",
        "Allocation:Budgets has West/nothing, which is no district/service or service with usage: these budgets were not shared out.",
        "Allocation:Yields has nothing, which is no service with usage: these yields counted for nothing.",
    ];

    [Theory]
    [MemberData(nameof(Warnings))]
    public async Task Warning_OfAKnownKind_IsChinese(string warning)
    {
        await ShowAsync("quality", "zh");

        var told = await Page.EvaluateAsync<string[]>(Told, warning);

        told[0].ShouldMatch(@"\p{IsCJKUnifiedIdeographs}");
        told[0].ShouldNotMatch("[A-Za-z]{2,}");
        told[1].ShouldBeEmpty();
        Browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Warning_OfAModelNotPromoted_KeepsTheReasonAsWritten()
    {
        await ShowAsync("quality", "zh");

        var told = await Page.EvaluateAsync<string[]>(Told, "Tonight's model m2 was not promoted; champion m1 forecast. It did worse.");

        told[0].ShouldContain("未被采用");
        told[1].ShouldBe("It did worse.");
    }

    [Fact]
    public async Task Warning_OfAnotherKind_StaysAsWritten()
    {
        await ShowAsync("quality", "zh");

        (await Page.EvaluateAsync<string[]>(Told, "Something new happened.")).ShouldBe(["", "Something new happened."]);
    }

    [Fact]
    public async Task Titles_OfScenarios_AreChinese()
    {
        await ShowAsync("scenarios", "zh");

        var titles = await Page.Locator("section:has(#scenarios) tbody p.soft").AllTextContentsAsync();
        titles.Count.ShouldBeGreaterThan(2);
        titles.ShouldAllBe(title => Han().IsMatch(title));
        titles.ShouldContain("第一周全部需求增加 20%");
        titles.ShouldContain(title => title.EndsWith("关闭，60% 的需求转移到邻近社区", StringComparison.Ordinal));
        (await Page.Locator("section:has(#scenarios) tbody [lang=en]").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ChannelsAndModes_OfKnownCodes_AreChinese()
    {
        await ShowAsync("participation", "zh");

        (await RowsAsync("channel")).Select(cells => cells[0]).ShouldBe(["会议", "手机应用"]);
        (await RowsAsync("mode")).Select(cells => cells[0]).ShouldBe(["线下", "线上"]);
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
