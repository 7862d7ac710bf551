using System.Text;
using System.Text.Json;
using CommunityDemand.Local.Reports;
using Microsoft.Playwright;

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
    public async Task DoubtsAndAssumptions_OfUploads_EqualTheTable()
    {
        await ShowAsync("quality");

        var uploads = (await ReadAsync("Uploads")).OrderBy(row => row.Text("path"), StringComparer.Ordinal).ToList();
        var rows = await RowsAsync("uploads");
        foreach (var (index, column) in new[] { (7, "doubts"), (8, "assumptions") })
            rows.Select(cells => cells[index]).ShouldBe(uploads.Select(row => Sentences(row, column)));
        var doubtful = rows.Single(cells => cells[0] == PublishedCity.DoubtfulFile);
        doubtful[7].ShouldContain("count again");
        doubtful[8].ShouldContain(";");
    }

    [Fact]
    public async Task File_Chosen_ShowsHowItWouldBeTakenIn()
    {
        await ShowAsync("quality");
        var before = await ReadAsync("Uploads");

        await ChooseAsync("new.csv", "community,service,date,visits\nc1,library,13/2/2025,5\nc1,library,14/2/2025,-1\n");

        (await Page.TextContentAsync("section:has(#check) .told")).ShouldBe("new.csv can be uploaded as it is.");
        var lines = await Page.Locator("section:has(#check) .lines dd").AllTextContentsAsync();
        lines.ShouldContain("csv, utf-8");
        lines.ShouldContain(line => line.StartsWith("usage: its header names community", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains("have the day first", StringComparison.Ordinal));
        lines.ShouldContain("2 read = 1 kept + 1 rejected + 0 duplicates");
        lines.ShouldContain("visits: negative: 1");
        var rows = await RowsAsync("check");
        rows[2].ShouldBe(["date", "dates", "0", "13/2/202514/2/2025", "date", "2025-02-132025-02-14"]);
        rows[^1].ShouldBe(["c1", "library", "2025-02-13", "5"]);
        (await ReadAsync("Uploads")).Count.ShouldBe(before.Count);
        Browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task File_OfAWideTable_OffersAMappingToDownload()
    {
        await ShowAsync("quality", "zh");

        await ChooseAsync("library.csv", "Branch,Jan 2025,Feb 2025,Mar 2025\nNorth,1,2,3\n");

        (await Page.TextContentAsync("section:has(#check) .told")).ShouldBe("library.csv 按现状不会被接收。");
        (await Page.TextContentAsync("section:has(#check) .alert")).ShouldNotBeNull().ShouldContain("该表是宽表");
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.ClickAsync("section:has(#check) a[download]"));
        download.SuggestedFilename.ShouldBe("library.mapping.json");
        var mapping = await File.ReadAllTextAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        mapping.ShouldContain("\"unpivot\"");
        mapping.ShouldContain("// 为 library.csv 拟定");
        Browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task File_Dropped_IsReadAsIfChosen()
    {
        await ShowAsync("quality");

        await Page.EvaluateAsync(
            """
            () => {
              const files = new DataTransfer();
              files.items.add(new File(['%PDF-1.7 and more'], 'report.csv'));
              const drop = new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true });
              document.querySelector('.drop').dispatchEvent(drop);
            }
            """);
        await Page.WaitForSelectorAsync("section:has(#check) .alert");

        (await Page.TextContentAsync("section:has(#check) .alert")).ShouldNotBeNull().ShouldContain("a document");
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
        lines[2].ShouldContain("\"'=HYPERLINK(0),library,2025-02-01,many\",\"value.formula\"");
    }

    private async Task ChooseAsync(string name, string text)
    {
        await Page.SetInputFilesAsync(
            "#check-file", new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await Page.WaitForSelectorAsync("section:has(#check) .lines");
        await Browser.ReadyAsync();
    }

    private static string Sentences(JsonElement row, string column) =>
        string.Concat(row.GetProperty(column).EnumerateArray().Select(message => message.GetProperty("text").GetString()));
}
