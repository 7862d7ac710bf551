using System.Text.RegularExpressions;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>What tables say in words, on a Chinese page.</summary>
public sealed partial class ChineseTextTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
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
    public async Task ReasonsOfUploads_InTablesAndDownloads_AreChinese()
    {
        await ShowAsync("quality", "zh");

        (await RowsAsync("reasons")).ShouldContain(cells => cells[0] == "date：不是日期");
        (await RowsAsync("uploads")).ShouldContain(cells => cells[6].StartsWith("文件为空", StringComparison.Ordinal));
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.ClickAsync($"tr:has-text('{PublishedCity.BadFile}') a[download]"));
        (await File.ReadAllTextAsync((await download.PathAsync())!, TestContext.Current.CancellationToken))
            .ShouldContain("\"date\",\"不是日期\",");
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
