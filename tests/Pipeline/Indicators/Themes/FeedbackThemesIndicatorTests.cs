using System.Text.Json;
using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Indicators.Themes;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Indicators.Themes;

public sealed class FeedbackThemesIndicatorTests(AzuriteFixture azurite)
{
    // From 2025-09-01 on 30 days in 2025Q3, and so on to the end of 2026: six quarters.
    private const int Days = 487;

    [Fact]
    public async Task Compute_ComplaintsInEveryQuarter_GivesRatesAndLimitsThatAddUp()
    {
        var city = TinyCity.Of(Days);
        // One complaint about every tenth day of c/0's library, and a hundred in the last quarter of c/1's.
        for (var day = 0; day < Days; day += 10)
        {
            city.Feedback.Add(Complaint("c/0", TinyCity.FirstDay.AddDays(day)));
            city.Feedback.Add(Complaint("c/1", TinyCity.FirstDay.AddDays(day)));
        }

        for (var i = 0; i < 100; i++) city.Feedback.Add(Complaint("c/1", city.LastDay.AddDays(-(i % 90))));
        city.Feedback.Add(Complaint("nowhere", city.LastDay));

        var rows = await ComputeAsync(city);

        var visits = Visits(city, "2026-10-01", fact => fact.Community == "c/1" && fact.Service == "library");
        var worst = Row(rows, AreaLevel.Community, "c/1", ServiceScope.OfService("library"), "2026Q4", "all");
        Number(worst, "Visits").ShouldBe(visits);
        Count(worst, "Complaints").ShouldBe(109);
        Number(worst, "ComplaintRate").ShouldBe(109 / (visits / 1000), 1e-9);
        Number(worst, "UpperLimit").ShouldBeLessThan(Number(worst, "ComplaintRate"));
        Flag(worst, "OutOfControl").ShouldBe(true);
        Flag(Row(rows, AreaLevel.Community, "c/0", ServiceScope.All, "2026Q4", "all"), "OutOfControl").ShouldBe(false);
        var whole = Row(rows, AreaLevel.City, "Tiny", ServiceScope.All, "2026Q4", "all");
        Count(whole, "Complaints").ShouldBe(109 + 9);
        Number(whole, "Visits").ShouldBe(Visits(city, "2026-10-01", _ => true));
        // A quiet service is on the chart as well, with none.
        Count(Row(rows, AreaLevel.City, "Tiny", ServiceScope.OfService("day-care"), "2025Q4", "all"), "Complaints").ShouldBe(0);
        Row(rows, AreaLevel.City, "Tiny", ServiceScope.All, "2025Q3", "all")["Period"].Day.ShouldBe(new DateOnly(2025, 7, 1));
    }

    [Fact]
    public async Task Compute_Comments_GivesSharesByThemeAndKeepsFewToItself()
    {
        var city = TinyCity.Of(Days);
        foreach (var (community, comment) in new[]
        {
            ("c/0", "价格太贵"), ("c/0", "too expensive"), ("c/0", "The toilet is broken"), ("c/0", "态度粗鲁"),
            ("c/2", "😀"), ("c/2", "so rude and impatient"),
        })
        {
            city.Feedback.Add(Comment(community, city.LastDay, comment));
        }

        // What the upload says counts, not what the text looks like; what no one knows does not.
        city.Feedback.Add(Comment("c/2", city.LastDay, "太贵了", "质量"));
        city.Feedback.Add(Comment("c/2", city.LastDay, "太贵了，价格高", "gibberish"));
        city.Feedback.Add(Comment("c/2", city.LastDay.AddDays(1), "太贵了，价格高"));

        var rows = await ComputeAsync(city);

        foreach (var (theme, count) in new[] { ("cost", 3), ("facility", 1), ("attitude", 2), ("quality", 1), ("unclear", 1) })
        {
            var row = Row(rows, AreaLevel.City, "Tiny", ServiceScope.All, "2026Q4", theme);
            Count(row, "Comments").ShouldBe(count, theme);
            Number(row, "Share").ShouldBe(count / 8.0, 1e-12);
            Flag(row, "Suppressed").ShouldBe(false);
        }

        var few = Row(rows, AreaLevel.Community, "c/0", ServiceScope.All, "2026Q4", "all");
        Flag(few, "Suppressed").ShouldBe(true);
        few["Comments"].Count.ShouldBeNull();
        rows.ShouldNotContain(row => row.Area == "c/0" && row.Parts[1] != "all");
    }

    [Fact]
    public async Task Compute_NewWordsInTheLastQuarter_AreToldOfCityAndDistrict()
    {
        var city = TinyCity.Of(Days);
        for (var i = 0; i < 60; i++)
        {
            city.Feedback.Add(Comment("c/0", new DateOnly(2026, 7, 1).AddDays(i), i % 2 == 0 ? "排队太慢" : "slow queue"));
            city.Feedback.Add(Comment("c/0", new DateOnly(2026, 10, 1).AddDays(i), i % 2 == 0 ? "排队太慢" : "slow queue"));
        }

        for (var i = 0; i < 15; i++) city.Feedback.Add(Comment("c/0", new DateOnly(2026, 11, 1).AddDays(i), "预约系统崩溃，一直等待"));
        for (var i = 0; i < 4; i++) city.Feedback.Add(Comment("c/0", new DateOnly(2026, 11, 1).AddDays(i), "王小明排队插队"));

        var rows = await ComputeAsync(city);

        foreach (var (level, area) in new[] { (AreaLevel.City, "Tiny"), (AreaLevel.District, "东区") })
        {
            Text(Row(rows, level, area, ServiceScope.All, "2026Q4", "slow_response"), "EmergingTerms")!.ShouldContain("系统崩溃");
            var all = Text(Row(rows, level, area, ServiceScope.All, "2026Q4", "all"), "EmergingTerms")!;
            all.ShouldContain("系统崩溃");
            all.ShouldNotContain("王小");
            all.ShouldNotContain("排队");
        }

        Text(Row(rows, AreaLevel.Community, "c/0", ServiceScope.All, "2026Q4", "all"), "EmergingTerms").ShouldBeNull();
        Text(Row(rows, AreaLevel.City, "Tiny", ServiceScope.All, "2026Q3", "all"), "EmergingTerms").ShouldBeNull();
    }

    [Fact]
    [Slow]
    public async Task Compute_ManyLabelled_TellsHowWellTheModelDoes()
    {
        var city = TinyCity.Of(Days);
        for (var i = 0; i < 200; i++)
        {
            var word = $"{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}";
            city.Feedback.Add(Comment("c/0", city.LastDay, i % 2 == 0 ? $"{word} 太贵" : $"{word} 态度粗鲁", i % 2 == 0 ? "cost" : "attitude"));
        }

        var rows = await ComputeAsync(city);

        var cost = Row(rows, AreaLevel.City, "Tiny", ServiceScope.All, "2026Q4", "cost");
        Number(cost, "ModelPrecision").ShouldBe(1);
        Number(cost, "ModelRecall").ShouldBe(1);
        var all = Row(rows, AreaLevel.City, "Tiny", ServiceScope.All, "2026Q4", "all");
        Number(all, "ModelF1").ShouldBe(1);
        Count(all, "HeldOut").ShouldBeInRange(20, 60);
    }

    [Fact]
    public async Task Compute_NoFeedback_IsEmpty() => (await ComputeAsync(TinyCity.Of(100))).ShouldBeEmpty();

    [Fact]
    public async Task Compute_HostileComments_DoNoHarm()
    {
        var city = TinyCity.Of(100);
        foreach (var comment in new[]
        {
            "", " ", "=1+1", "😀", "\ud800", new string('a', 1_000_000), new string('坏', 1_000_000), "@cmd|' /C calc'!A0",
        })
        {
            for (var i = 0; i < 6; i++)
            {
                city.Feedback.Add(Comment("c/0", city.LastDay.AddDays(-i), comment, "=theme"));
                city.Feedback.Add(Comment("c/0", city.LastDay.AddMonths(-3).AddDays(-i), comment));
            }
        }

        var rows = await ComputeAsync(city);

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => row.Row is FeedbackThemesRow);
    }

    [Fact]
    [UsesAzurite]
    public async Task RunAsync_FeedbackKnown_PublishesItUnderBothKeysAndByDay()
    {
        var city = TinyCity.Of(200);
        for (var i = 0; i < 6; i++) city.Feedback.Add(Comment("c/0", city.LastDay, "价格太贵") with { Complaint = true });
        await using var harness = new RunHarness(azurite.NewAccount(), city);

        var run = await harness.RunAsync();

        var rows = await harness.RowsAsync(FeedbackThemesRow.Table.Name, run.Id);
        rows.ShouldNotBeEmpty();
        (await harness.RowsAsync(FeedbackThemesRow.Table.Index!, run.Id)).Count.ShouldBe(rows.Count);
        var answer = await harness.Reader.GetAsync(
            "feedbackthemes",
            new Dictionary<string, string> { ["level"] = "city", ["service"] = "all", ["from"] = "2026-01-01" },
            null,
            TestContext.Current.CancellationToken);
        var found = JsonDocument.Parse(answer.Body).RootElement.EnumerateArray().ToArray();
        found.Select(row => row.GetProperty("theme").GetString()).ShouldBe(["all", "cost"]);
        found[0].GetProperty("complaints").GetInt32().ShouldBe(6);
        found[1].GetProperty("share").GetDouble().ShouldBe(1);
    }

    private static Task<IReadOnlyList<IndicatorRow>> ComputeAsync(TinyCity city) =>
        new FeedbackThemesIndicator().ComputeAsync(city, city.LastDay);

    private static FeedbackFact Complaint(string community, DateOnly day) =>
        new(community, day, "library", "resident", null, null, null, null, null, null, null, true, null, null);

    private static FeedbackFact Comment(string community, DateOnly day, string comment, string? theme = null) =>
        new(community, day, "library", "resident", null, null, null, null, null, null, null, false, comment, theme);

    private static double Visits(TinyCity city, string from, Func<UsageFact, bool> which) =>
        city.Usage.Where(fact => fact.Date >= DateOnly.Parse(from)).Where(which).Sum(fact => fact.Visits);

    private static IndicatorRow Row(
        IReadOnlyList<IndicatorRow> rows, AreaLevel level, string area, ServiceScope scope, string period, string theme) =>
        rows.Where(row => row.Level == level && row.Area == area && row.Scope == scope && row.Parts[0] == period && row.Parts[1] == theme)
            .ShouldHaveSingleItem($"{level} {area} {scope} {period} {theme}");

    private static double Number(IndicatorRow row, string column) => row[column].Number!.Value;

    private static int Count(IndicatorRow row, string column) => row[column].Count!.Value;

    private static bool? Flag(IndicatorRow row, string column) => row[column].Flag;

    private static string? Text(IndicatorRow row, string column) => row[column].Text;
}
