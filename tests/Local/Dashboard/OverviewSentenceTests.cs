using System.Globalization;
using System.Text.Json;
using CommunityDemand.Local.Reports;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>What the first page says of the indicators: the very figures of their tables, each sentence with a way to its page.</summary>
public sealed class OverviewSentenceTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
    [Fact]
    public async Task Satisfaction_WeakAndDisputed_IsToldOfTheWorstCommunities()
    {
        await ShowAsync("overview");

        var year = (await ReadAsync("Satisfaction", ("level", "community"), ("service", "all")))
            .Where(row => row.Text("periodKind") == "year" && row.Text("source") == "all")
            .ToList();
        var weakest = year.Where(row => row.Text("standing") == "weak").MinBy(row => row.Number("cityGap"));
        var sentence = await ToldAsync($"{PublishedCity.HostileName} is rated below the city, beyond chance: ");
        sentence.ShouldContain($"({Tenths(weakest.Number("index"))}, {Tenths(-weakest.Number("cityGap"))} points lower)");
        var apart = year.Where(row => row.GetProperty("sourcesDisagree").ValueKind == JsonValueKind.True)
            .MaxBy(row => row.Number("sourceGap"));
        (await ToldAsync($"{apart.Text("areaName")}: sources disagree beyond chance: "))
            .ShouldContain($"(residents {Tenths(apart.Number("sourceGap"))} points below staff)");
    }

    [Fact]
    public async Task Participation_LowAndMoving_IsTold()
    {
        await ShowAsync("overview");

        var whole = (await ReadAsync("Participation", ("level", "city"))).Where(row => row.Text("breakdown") == "total")
            .MaxBy(row => row.Text("period"), StringComparer.Ordinal);
        whole.Number("trendP")!.Value.ShouldBeLessThan(0.05);
        (await ToldAsync("Participation rises: ")).ShouldStartWith(
            $"Participation rises: {Percent(whole.Number("rate"), 1)} in Q3 2025, {Signed(whole.Number("trendPoints"))} percentage "
                + "points a year.");
        var weak = (await ReadAsync("Participation", ("level", "community")))
            .Where(row => row.Text("breakdown") == "total" && row.Text("period") == whole.Text("period") && row.Text("standing") == "weak")
            .OrderBy(row => row.Number("cityGap"))
            .ToList();
        (await ToldAsync("Fewer take part than in the city, beyond chance, in "))
            .ShouldContain(
                $"{weak.Count} of its areas, the lowest {weak[0].Text("areaName")} ({Percent(weak[0].Number("rate"), 1)}, "
                    + $"{Signed(weak[0].Number("cityGap"))} points)");
    }

    [Fact]
    public async Task ExtraCapacity_BestUsed_IsToldAsTheTableHasIt()
    {
        await ShowAsync("overview");

        var whole = await ReadAsync("Allocations", ("level", "city"));
        var all = whole.Single(row => row.Text("service") == "all");
        var best = (await ReadAsync("Allocations", ("level", "community"), ("service", "all"))).MaxBy(row => row.Number("shortageRemoved"));
        var sentence = await ToldAsync("The best use of ");
        sentence.ShouldStartWith(
            $"The best use of {Visits(all.Number("extraCapacity"))} visits a day more would remove "
                + $"{Visits(all.Number("shortageRemoved"))} of {Visits(all.Number("shortageBefore"))} visits short, "
                + $"against {Visits(all.Number("proportionalRemoved"))} if shared in proportion: most in Library (");
        sentence.ShouldContain($"{best.Text("areaName")} ({Visits(best.Number("shortageRemoved"))})");
    }

    [Fact]
    public async Task Mismatch_Worst_IsNamed()
    {
        await ShowAsync("overview");

        var worst = (await ReadAsync("MatchDimensions", ("level", "city"), ("service", "all")))
            .Where(row => row.Number("mismatch") is not null)
            .MaxBy(row => row.Number("mismatch"));
        (await ToldAsync("Supply misses needs most in ")).ShouldContain($"a mismatch of {Percent(worst.Number("mismatch"), 1)}");
    }

    [Fact]
    public async Task Improvements_Judged_AreCounted()
    {
        await ShowAsync("overview");

        var table = await ReadAsync("Improvements", ("level", "community"));
        var told = await AllToldAsync();
        foreach (var (verdict, words) in (ReadOnlySpan<(string, string)>)[
            ("achieved", "surely better:"),
            ("not_achieved", "not surely better"),
        ])
        {
            var rows = table.Where(row => row.Text("verdict") == verdict).ToList();
            var sentences = told.Where(text => text.Contains($"of a measure is {words}", StringComparison.Ordinal)
                || text.Contains($"of measures are {words.TrimEnd(':')}", StringComparison.Ordinal)).ToList();
            sentences.Count.ShouldBe(rows.Count > 0 ? 1 : 0, verdict);
            if (rows.Count == 0) continue;
            sentences[0].ShouldStartWith($"{rows.Count} outcome");
            sentences[0].ShouldContain($"longer hours in {PublishedCity.HostileName}");
        }
    }

    [Theory]
    [InlineData("Participation rises", "participation")]
    [InlineData("The best use of", "match")]
    [InlineData("is rated below the city", "satisfaction")]
    public async Task Sentence_Followed_LeadsToItsPage(string words, string page)
    {
        await ShowAsync("overview");

        await Page.Locator(".sentences li", new() { HasText = words }).First.Locator("a").Last.ClickAsync();
        await Page.WaitForURLAsync(url => new Uri(url).Fragment.StartsWith($"#/{page}", StringComparison.Ordinal));
        await Browser.ReadyAsync();

        Browser.Complaints.ShouldBeEmpty();
    }

    private async Task<string> ToldAsync(string words) =>
        (await AllToldAsync()).First(text => text.Contains(words, StringComparison.Ordinal));

    private async Task<IReadOnlyList<string>> AllToldAsync() => await Page.Locator(".sentences li p").AllTextContentsAsync();

    private static string Tenths(double? value) =>
        Math.Round(value!.Value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Signed(double? value) =>
        Math.Round(value!.Value, 1, MidpointRounding.AwayFromZero).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);
}
