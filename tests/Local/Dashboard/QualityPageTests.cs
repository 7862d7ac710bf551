using CommunityDemand.Local.Reports;

namespace CommunityDemand.Tests.Local.Dashboard;

public sealed class QualityPageTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
    [Fact]
    public async Task Uploads_Shown_EqualTheTable()
    {
        await ShowAsync("quality");

        var uploads = (await ReadAsync("Uploads")).OrderBy(row => row.Text("path"), StringComparer.Ordinal).ToList();
        var rows = await RowsAsync("uploads");
        rows.Select(cells => cells[0]).ShouldBe(uploads.Select(row => row.Text("path")));
        foreach (var (index, column) in new[] { (2, "read"), (3, "kept"), (4, "rejected"), (5, "duplicates") })
            rows.Select(cells => cells[index]).ShouldBe(uploads.Select(row => Whole(row.Number(column))));
    }

    [Fact]
    public async Task Reasons_Shown_AddUpToTheTable()
    {
        await ShowAsync("quality");

        var rows = await RowsAsync("reasons");
        var uploads = await ReadAsync("Uploads");
        rows.Sum(cells => int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe((int)uploads.Sum(row => row.Number("rejected")!.Value + row.Number("duplicates")!.Value));
        rows.ShouldContain(cells => cells[0] == "date: not a date");
    }

    [Fact]
    public async Task RejectionShares_OfFiles_EqualTheTable()
    {
        await ShowAsync("quality");

        var rows = await RowsAsync("rejection");
        var bad = rows.Single(cells => cells[0] == PublishedCity.BadFile);
        bad[1].ShouldBe("100.0%");
        bad[4].ShouldBe("more than chance");
    }

    [Fact]
    public async Task Quarantine_Downloaded_HasTheRejectedRows()
    {
        await ShowAsync("quality");

        var download = await Page.RunAndWaitForDownloadAsync(() => Page.ClickAsync($"tr:has-text('{PublishedCity.BadFile}') a[download]"));

        download.SuggestedFilename.ShouldBe("quarantine-usage-bad.csv.csv");
        var lines = await File.ReadAllLinesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        lines.Length.ShouldBe(4);
        lines[0].ShouldBe("\"file\",\"line\",\"column\",\"reason\",\"original\",\"code\",\"arguments\",\"sheet\"");
        lines[2].ShouldContain("\"'=HYPERLINK(0),library,2025-02-01,many\",\"value.not_a_number\"");
    }
}
