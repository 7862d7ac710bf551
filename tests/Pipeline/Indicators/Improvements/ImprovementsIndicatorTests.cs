using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Indicators.Improvements;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Indicators.Improvements;

public sealed class ImprovementsIndicatorTests(AzuriteFixture azurite)
{
    private const int Days = 210;
    private static readonly DateOnly Start = TinyCity.FirstDay.AddDays(105);

    [Fact]
    public async Task Compute_CommunityThatRisesAlone_Achieves()
    {
        var city = Surveyed();
        city.Improvements.Add(new ImprovementFact("c/0", Start, "One window", null, null, null));

        var rows = await ComputeAsync(city);

        rows.ShouldAllBe(row => row.Level == AreaLevel.Community && row.Area == "c/0" && row.Scope == ServiceScope.All);
        Text(rows, "satisfaction", "Verdict").ShouldBe("achieved");
        Number(rows, "satisfaction", "Before").ShouldBe(60, 3);
        Number(rows, "satisfaction", "Effect").ShouldBe(20, 3);
        Number(rows, "satisfaction", "RelativeEffect").ShouldBe(33.3, 6);
        Number(rows, "satisfaction", "HandbookEffect").ShouldBe(12.5);
        Number(rows, "efficiency", "HandbookEffect").ShouldBe(15, 1e-9);
        Value(rows, "satisfaction", "Controls").Count.ShouldBe(5);
        Value(rows, "satisfaction", "From").Day!.Value.DayOfWeek.ShouldBe(DayOfWeek.Monday);
        Value(rows, "satisfaction", "To").Day!.Value.DayOfWeek.ShouldBe(DayOfWeek.Sunday);
        // Half the complaints of before, where the others have as many.
        Number(rows, "complaints", "RelativeEffect").ShouldBe(-50, 12);
        Text(rows, "complaints", "Verdict").ShouldBe("achieved");
    }

    [Fact]
    public async Task Compute_TargetAboveWhatIsReached_IsNotAchieved()
    {
        var city = Surveyed();
        city.Improvements.Add(new ImprovementFact("c/0", Start, "One window", null, 95, null));

        var rows = await ComputeAsync(city);

        Text(rows, "satisfaction", "Verdict").ShouldBe("not_achieved");
        // A target speaks of satisfaction alone.
        Text(rows, "efficiency", "Verdict").ShouldBe("achieved");
    }

    [Fact]
    public async Task Compute_ThreeWeeksAfter_IsTooEarly()
    {
        var city = Surveyed();
        city.Improvements.Add(new ImprovementFact("c/0", city.LastDay.AddDays(-21), "Training", null, null, null));

        var rows = await ComputeAsync(city);

        rows.Select(row => row["Verdict"].Text).ShouldAllBe(verdict => verdict == "too_early");
        Value(rows, "satisfaction", "Effect").Number.ShouldBeNull();
        Value(rows, "satisfaction", "Weeks").Count.ShouldBe(3);
    }

    [Fact]
    public async Task Compute_EveryOtherCommunityTreatedToo_HasNoComparison()
    {
        var city = Surveyed();
        foreach (var community in city.Communities.Take(4))
            city.Improvements.Add(new ImprovementFact(community.Code, Start, "Training", null, null, null));

        var rows = await ComputeAsync(city);

        rows.Select(row => row["Verdict"].Text).ShouldAllBe(verdict => verdict == "no_comparison");
    }

    [Fact]
    public async Task Compute_AnotherMeasureSoonAfter_EndsTheWeeksAfter()
    {
        var city = Surveyed();
        city.Improvements.Add(new ImprovementFact("c/0", Start, "Training", null, null, null));
        city.Improvements.Add(new ImprovementFact("c/0", Start.AddDays(70), "Booking", "library", null, null));

        var rows = await ComputeAsync(city);

        Value([.. rows.Where(row => row.Scope == ServiceScope.All)], "satisfaction", "Weeks").Count.ShouldBe(9);
        Value([.. rows.Where(row => row.Scope == ServiceScope.OfService("library"))], "satisfaction", "Weeks").Count!.Value
            .ShouldBeLessThan(8);
    }

    [Fact]
    public async Task Compute_FourAnswers_AreNotShown()
    {
        var city = Surveyed();
        city.Feedback.RemoveAll(fact => fact.Community == "c/0" && !fact.Complaint && fact.Date.DayNumber % 25 != 0);
        city.Improvements.Add(new ImprovementFact("c/0", Start, "Training", null, null, null));

        var rows = await ComputeAsync(city);

        Value(rows, "satisfaction", "Suppressed").Flag.ShouldBe(true);
        foreach (var column in (string[])["CountBefore", "CountAfter", "Before", "After", "Effect"])
            Value(rows, "satisfaction", column).ShouldBe(default);
    }

    [Fact]
    public async Task Compute_PlannedMeasureAndUnknownCommunity_HaveNoRows()
    {
        var city = Surveyed();
        city.Improvements.Add(new ImprovementFact("c/0", city.LastDay.AddDays(1), "Planned", null, null, null));
        city.Improvements.Add(new ImprovementFact("nowhere", Start, "Elsewhere", null, null, null));

        (await ComputeAllAsync(city)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Compute_ResponsesFallWhereTheMeasureIs_JudgesThem()
    {
        var city = Surveyed();
        var random = new Random(3);
        for (var i = 0; i < city.Usage.Count; i++)
        {
            var fact = city.Usage[i];
            var counts = new int[ResponseTimes.UpperBounds.Count + 1];
            counts[4] = 2;
            var minutes = (50 + (20 * random.NextDouble())) * (fact.Community == "c/0" && fact.Date >= Start ? 0.8 : 1);
            city.Usage[i] = fact with { Responses = new ResponseTimes(minutes, counts) };
        }

        city.Improvements.Add(new ImprovementFact("c/0", Start, "One window", null, null, null));

        var rows = await ComputeAsync(city);

        Text(rows, "response", "Verdict").ShouldBe("achieved");
        Number(rows, "response", "Before").ShouldBe(30, 0.5);
        Number(rows, "response", "RelativeEffect").ShouldBe(-20, 2);
        Value(rows, "response", "HandbookEffect").ShouldBe(default);
    }

    [Fact]
    public async Task Compute_MeasuresOfTwoDistricts_AddUpInTheCity()
    {
        var city = Surveyed();
        city.Improvements.Add(new ImprovementFact("c/0", Start, "One window", null, null, null));
        city.Improvements.Add(new ImprovementFact("c/1", Start, "One window", null, null, null));
        city.Improvements.Add(new ImprovementFact("c/2", city.LastDay.AddDays(-21), "Booking", "library", null, null));

        var rows = (await ComputeAllAsync(city)).Where(row => row.Level != AreaLevel.Community && row.Parts[^1] == "satisfaction")
            .ToArray();

        var all = rows.Single(row => row.Level == AreaLevel.City && row.Scope == ServiceScope.All && row.Parts[0] == "all");
        (string, int)[] counts = [("Measures", 3), ("Achieved", 1), ("NotAchieved", 1), ("TooEarly", 1), ("NoComparison", 0)];
        foreach (var (column, count) in counts) all[column].Count.ShouldBe(count, column);
        all["AchievedShare"].Number.ShouldBe(0.5);
        all["Measure"].ShouldBe(default);
        // One rose by a third, the other not at all.
        all["RelativeEffect"].Number!.Value.ShouldBe(15, 5);
        all["Heterogeneity"].Number!.Value.ShouldBe(20, 6);
        var library = rows.Single(
            row => row.Level == AreaLevel.City && row.Scope == ServiceScope.OfService("library") && row.Parts[0] == "kind");
        (library["Measure"].Text, library["Verdict"].Text).ShouldBe(("Booking", "too_early"));
        // The east holds c/0 and c/2.
        rows.Single(row => row is { Level: AreaLevel.District, Area: "东区" } && row.Scope == ServiceScope.All && row.Parts[0] == "all")
            ["Measures"].Count.ShouldBe(2);
    }

    [Fact]
    [UsesAzurite]
    public async Task RunAsync_MeasureKnown_PublishesItsOutcomes()
    {
        var city = Surveyed();
        city.Improvements.Add(new ImprovementFact("c/0", Start, "One window 一窗通办", null, null, null));
        await using var harness = new RunHarness(azurite.NewAccount(), city);

        var run = await harness.RunAsync();

        (await harness.RowsAsync(ImprovementsRow.Table.Index!, run.Id)).Count.ShouldBe(3 + (3 * 6));
        var answer = await harness.Reader.GetAsync(
            "improvements",
            new Dictionary<string, string>
            {
                ["level"] = "community",
                ["area"] = "c/0",
                ["service"] = "all",
                ["from"] = $"{Start:yyyy-MM-dd}",
                ["to"] = $"{Start:yyyy-MM-dd}",
            },
            null,
            TestContext.Current.CancellationToken);
        System.Text.Json.JsonDocument.Parse(answer.Body).RootElement.EnumerateArray().Select(row => row.GetProperty("outcome").GetString())
            .ShouldBe(["satisfaction", "efficiency", "complaints"], ignoreOrder: true);
    }

    /// <summary>
    /// Six communities that answer 60 of 100, the first 80 from the start on; a complaint every other day, of the first from then on every
    /// fourth.
    /// </summary>
    private static TinyCity Surveyed()
    {
        var city = TinyCity.Of(Days, communities: 6);
        foreach (var community in city.Communities)
        {
            var random = new Random(community.Code[^1]);
            for (var i = 0; i < Days; i++)
            {
                var day = TinyCity.FirstDay.AddDays(i);
                var risen = community.Code == "c/0" && day >= Start;
                int Score() => Math.Min(5, 2 + random.Next(3) + (risen ? 1 : 0));
                city.Feedback.Add(new FeedbackFact(
                    community.Code, day, TinyCity.ServiceCodes[i % 2], "resident", null, null, Score(), Score(), Score(), Score(), null,
                    false, null, null));
                if (random.NextDouble() < (risen ? 0.25 : 0.5))
                {
                    city.Feedback.Add(new FeedbackFact(
                        community.Code, day, "library", "resident", null, null, null, null, null, null, null, true, null, null));
                }
            }
        }

        return city;
    }

    private static async Task<IReadOnlyList<IndicatorRow>> ComputeAsync(TinyCity city) =>
        [.. (await ComputeAllAsync(city)).Where(row => row.Level == AreaLevel.Community)];

    private static Task<IReadOnlyList<IndicatorRow>> ComputeAllAsync(TinyCity city) =>
        new ImprovementsIndicator().ComputeAsync(city, city.LastDay);

    private static IndicatorValue Value(IReadOnlyList<IndicatorRow> rows, string outcome, string column) =>
        rows.Single(row => row.Parts[^1] == outcome)[column];

    private static double Number(IReadOnlyList<IndicatorRow> rows, string outcome, string column) =>
        Value(rows, outcome, column).Number!.Value;

    private static string? Text(IReadOnlyList<IndicatorRow> rows, string outcome, string column) => Value(rows, outcome, column).Text;
}
