using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Indicators.Improvements;
using CommunityDemand.Pipeline.Indicators.Match;
using CommunityDemand.Pipeline.Indicators.Satisfaction;
using CommunityDemand.Pipeline.Indicators.Themes;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Indicators;

public sealed class FactPassTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_SeveralWatch_StreamsEachDatasetOnceAndGivesEachItsDays()
    {
        var city = TinyCity.Of(30);
        city.Usage.Add(city.Usage[^1] with { Community = "nowhere" });
        var facts = new CountingFacts(city);
        var (early, late) = (new List<DateOnly>(), new List<DateOnly>());
        FactTally[] tallies =
        [
            new(() => []) { Usage = new(TinyCity.FirstDay.AddDays(5), fact => early.Add(fact.Date)) },
            new(() => []) { Usage = new(TinyCity.FirstDay.AddDays(20), fact => late.Add(fact.Date)) },
        ];

        await new FactPass(facts).RunAsync(tallies, new AreaTree(city.Communities), city.LastDay.AddDays(-1), Cancel);

        (facts.UsagePasses, facts.FeedbackPasses, facts.First).ShouldBe((1, 0, TinyCity.FirstDay.AddDays(5)));
        // Eight series a day, the origin's included, a stranger's not.
        (early.Count, early.Min()).ShouldBe((8 * 24, TinyCity.FirstDay.AddDays(5)));
        (late.Count, late.Min(), late.Max()).ShouldBe((8 * 9, TinyCity.FirstDay.AddDays(20), city.LastDay.AddDays(-1)));
    }

    [Fact]
    [Slow]
    public async Task Run_AllIndicators_ReadUsageAndFeedbackOnce()
    {
        var city = Surveyed();
        var facts = new CountingFacts(city);

        await RowsAsync(facts, city.LastDay);

        (facts.UsagePasses, facts.FeedbackPasses).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Run_NothingUploaded_ReadsNoUsageForWhatNobodyTells()
    {
        var facts = new CountingFacts(TinyCity.Of(100));
        var scope = await facts.ScopeAsync(facts.City.LastDay);
        var tally = new ImprovementsIndicator().Begin(scope);

        await new FactPass(facts).RunAsync([tally], scope.Areas, scope.Origin, Cancel);

        facts.UsagePasses.ShouldBe(0);
    }

    [Fact]
    [Slow]
    public async Task Rows_FactsInAnotherOrder_AreTheSameToTheLastBit()
    {
        var city = Surveyed();
        var before = await RowsAsync(city, city.LastDay);
        var random = new Random(7);
        foreach (var shuffle in (Action[])[() => Shuffle(city.Feedback, random), () => Shuffle(city.Usage, random)]) shuffle();

        var after = await RowsAsync(city, city.LastDay);

        before.Length.ShouldBeGreaterThan(100);
        after.ShouldBe(before);
    }

    private static void Shuffle<T>(List<T> facts, Random random)
    {
        var shuffled = facts.ToArray();
        random.Shuffle(shuffled);
        facts.Clear();
        facts.AddRange(shuffled);
    }

    private static TinyCity Surveyed()
    {
        var (city, random) = (TinyCity.Of(200), new Random(3));
        foreach (var community in city.Communities)
        {
            for (var i = 0; i < 60; i++)
            {
                int Score() => 1 + random.Next(5);
                city.Feedback.Add(new FeedbackFact(
                    community.Code, TinyCity.FirstDay.AddDays(random.Next(200)), "library", i % 3 == 0 ? "staff" : "resident", null, null,
                    Score(), Score(), Score(), i % 4 == 0 ? null : Score(), Score(), i % 5 == 0, i % 2 == 0 ? $"等了太久，第 {i} 次" : null,
                    i % 6 == 0 ? "slow_response" : null));
            }
        }

        city.Improvements.Add(new ImprovementFact("c/0", TinyCity.FirstDay.AddDays(100), "Training", null, null, null));
        return city;
    }

    /// <summary>Rows of all indicators as text, ordered: bits that differ differ in print.</summary>
    private static async Task<string[]> RowsAsync(IFactReader facts, DateOnly origin)
    {
        var scope = await facts.ScopeAsync(origin);
        IFactIndicator[] indicators =
            [new SatisfactionIndicator(), new FeedbackThemesIndicator(), new ImprovementsIndicator(), new TimelinessIndicator(),
                new PersonalIndicator()];
        using var tallies = new IndicatorTallies([.. indicators.Select(indicator => (indicator.Table, indicator.Begin(scope)))]);
        await new FactPass(facts).RunAsync([.. tallies.Watchers], scope.Areas, scope.Origin, Cancel);
        tallies.Train(Cancel);
        return
        [
            .. tallies.Tables().SelectMany(table => table.Rows)
                // All values of the row, to the last bit.
                .Select(row => row.ToString())
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>A city that counts how often its large datasets are streamed.</summary>
    private sealed class CountingFacts(TinyCity city) : IFactReader
    {
        public TinyCity City => city;

        public int UsagePasses { get; private set; }

        public int FeedbackPasses { get; private set; }

        public DateOnly? First { get; private set; }

        public IAsyncEnumerable<UsageFact> ReadUsageAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
        {
            (UsagePasses, First) = (UsagePasses + 1, first);
            return city.ReadUsageAsync(first, last, cancellationToken);
        }

        public IAsyncEnumerable<FeedbackFact> ReadFeedbackAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
        {
            FeedbackPasses++;
            return city.ReadFeedbackAsync(first, last, cancellationToken);
        }

        public Task<string> GetSnapshotAsync(CancellationToken cancellationToken) => city.GetSnapshotAsync(cancellationToken);

        public IAsyncEnumerable<ReportedDay> ReadReportedDaysAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
            city.ReadReportedDaysAsync(first, last, cancellationToken);

        public Task<IReadOnlyDictionary<Frequency, double>> GetDemandAsync(CancellationToken cancellationToken) =>
            city.GetDemandAsync(cancellationToken);

        public Task<(DateOnly First, DateOnly Last)?> GetUsageSpanAsync(CancellationToken cancellationToken) =>
            city.GetUsageSpanAsync(cancellationToken);

        public Task<IReadOnlyList<Community>> ReadCommunitiesAsync(CancellationToken cancellationToken) =>
            city.ReadCommunitiesAsync(cancellationToken);

        public Task<IReadOnlyList<Service>> ReadServicesAsync(CancellationToken cancellationToken) =>
            city.ReadServicesAsync(cancellationToken);

        public Task<IReadOnlyList<CapacityFact>> ReadCapacityAsync(CancellationToken cancellationToken) =>
            city.ReadCapacityAsync(cancellationToken);

        public Task<IReadOnlyList<PopulationFact>> ReadPopulationAsync(CancellationToken cancellationToken) =>
            city.ReadPopulationAsync(cancellationToken);

        public Task<IReadOnlyList<ParticipationFact>> ReadParticipationAsync(CancellationToken cancellationToken) =>
            city.ReadParticipationAsync(cancellationToken);

        public Task<IReadOnlyList<ImprovementFact>> ReadImprovementsAsync(CancellationToken cancellationToken) =>
            city.ReadImprovementsAsync(cancellationToken);

        public Task<IReadOnlyList<CalendarFact>> ReadCalendarAsync(CancellationToken cancellationToken) =>
            city.ReadCalendarAsync(cancellationToken);
    }
}
