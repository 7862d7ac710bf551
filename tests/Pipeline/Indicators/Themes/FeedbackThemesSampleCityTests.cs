using System.Diagnostics;
using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Indicators.Themes;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Local.SampleCity;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Indicators.Themes;

/// <summary>
/// Themes and complaint rates of the sample city against its truth. Nothing emerges there, and complaints change only by measures taken.
/// </summary>
[Slow]
public sealed class FeedbackThemesSampleCityTests(SampleCityFixture city, ITestOutputHelper output) : IClassFixture<SampleCityFixture>
{
    [Fact]
    public async Task Compute_SampleCity_GivesTheTrueSharesAndFewFalseAlarms()
    {
        var facts = await FactsAsync();
        var end = SampleCityFixture.Options.End;
        var scope = new IndicatorScope(end, new AreaTree(facts.Communities), ServiceCatalogue.BuiltIn, KeyedFacts.None);

        var watch = Stopwatch.StartNew();
        var rows = await new FeedbackThemesIndicator().ComputeAsync(facts, SampleCityFixture.Options.End);
        output.WriteLine($"{rows.Count} rows of {facts.Feedback.Count} answers in {watch.Elapsed.TotalSeconds:0.0} s");

        var truth = (await city.TruthAsync("comments.csv")).ToDictionary(row => row["feedback_id"], row => row["theme"]);
        var quarter = (await AllAsync())
            .Where(row => string.CompareOrdinal(row["date"], "2025-10-01") >= 0 && truth.ContainsKey(row["feedback_id"]))
            .ToArray();
        foreach (var theme in quarter.GroupBy(row => truth[row["feedback_id"]]))
        {
            var row = rows.Single(
                row => row.Level == AreaLevel.City && row.Scope == ServiceScope.All && row.Parts.SequenceEqual(["2025Q4", theme.Key]));
            row["Share"].Number!.Value.ShouldBe((double)theme.Count() / quarter.Length, 0.01, theme.Key);
        }

        var charted = rows.Where(row => row.Parts[1] == "all" && row["OutOfControl"].Flag is not null).ToArray();
        var alarms = charted.Count(row => row["OutOfControl"].Flag == true);
        output.WriteLine($"{alarms} of {charted.Length} quarters out of control");
        ((double)alarms / charted.Length).ShouldBeLessThan(0.02);

        var told = rows.Where(row => row["EmergingTerms"].Text is not null).ToArray();
        foreach (var row in told) output.WriteLine($"{row.Level} {row.Area} {row.Parts[1]}: {row["EmergingTerms"].Text}");
        told.Length.ShouldBeGreaterThan(30);
        // All of them would be chance, which one list in twenty may have.
        told.Sum(row => row["EmergingTerms"].Text!.Split("; ", StringSplitOptions.RemoveEmptyEntries).Length).ShouldBeLessThanOrEqualTo(2);
    }

    private async Task<IEnumerable<Dictionary<string, string>>> AllAsync() =>
        (await city.AnswersAsync()).Concat(await city.UploadAsync("feedback/complaints.jsonl"));

    private async Task<TinyCity> FactsAsync()
    {
        var facts = new TinyCity();
        facts.Usage.AddRange(city.Demand
            .Where(day => day.Date <= SampleCityFixture.Options.End)
            .Select(day => new UsageFact(day.Community, day.Service, day.Date, null, day.Served, 0, null, null)));
        facts.Communities.AddRange(facts.Usage
            .Select(fact => fact.Community)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select((code, index) => new Community(code, code, $"s{index / 4}", $"d{index / 8}", "Anping")));
        facts.Feedback.AddRange((await AllAsync()).Select(row => new FeedbackFact(
            row["community"], DateOnly.ParseExact(row["date"], "yyyy-MM-dd"), row["service"], "resident", null, null, null, null, null,
            null, null,
            row["complaint"] == "1", row.GetValueOrDefault("comment"), row.GetValueOrDefault("theme"))));
        return facts;
    }
}
