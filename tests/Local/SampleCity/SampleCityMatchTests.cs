using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators.Match;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Pipeline.Indicators;
using CommunityDemand.Tests.Pipeline.Indicators.Match;
using CommunityDemand.Tests.Pipeline.Ingest;
using CommunityDemand.Tests.Support;
using static CommunityDemand.Tests.Local.SampleCity.SampleCityFixture;

namespace CommunityDemand.Tests.Local.SampleCity;

/// <summary>
/// A city's files through the real ingest: what table <c>MatchDimensions</c> tells of its facts is what the city's truth and its single
/// rows tell.
/// </summary>
[UsesAzurite]
public sealed class SampleCityMatchTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly SampleCityOptions Options = new() { Communities = 8, Years = 2, Dirty = 0 };
    private static readonly string First = $"{Options.End.AddDays(1 - 91):yyyy-MM-dd}";
    private static readonly string Last = $"{Options.End:yyyy-MM-dd}";

    private readonly string _folder = Directory.CreateTempSubdirectory("sample-match-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Compute_FactsOfTheFiles_GiveWhatTheTruthTells()
    {
        var cancel = TestContext.Current.CancellationToken;
        var manifest = await SampleCityGenerator.WriteAsync(Options, _folder, progress: null, cancel);
        await using var host = new IngestHost(azurite);
        foreach (var drop in manifest.Drops)
        {
            foreach (var file in drop.Files)
                await host.PutAsync(file, await File.ReadAllBytesAsync(Path.Combine(_folder, drop.Folder, file), cancel));
            await host.SweepAsync();
        }

        await TimelinessIsThatOfTheRowsAsync(host.Facts, manifest);
        await CoverageIsTheTruthsAsync(host.Facts);
        await StaffIsThatOfTheRowsAsync(host.Facts);
    }

    private async Task TimelinessIsThatOfTheRowsAsync(IFactReader facts, SampleCityManifest manifest)
    {
        var rows = await new TimelinessIndicator().ComputeAsync(facts, Options.End);
        var minutes = await MinutesAsync(manifest);

        double Value(string measure) => rows.Single(
            row => row.Level == AreaLevel.City && row.Scope == ServiceScope.All && row.Parts[1] == measure).Of("Value").Number!.Value;
        minutes.Count.ShouldBeGreaterThan(5_000);
        Value("within_target").ShouldBe((double)minutes.Count(m => m <= 30) / minutes.Count, 1e-12);
        foreach (var (measure, share) in new[] { ("median_minutes", 0.5), ("p90_minutes", 0.9) })
        {
            var truth = minutes.Order().ElementAt((int)Math.Ceiling(share * minutes.Count) - 1);
            var upper = ResponseTimes.UpperBounds.First(bound => truth <= bound);
            var lower = ResponseTimes.UpperBounds.LastOrDefault(bound => bound < truth);
            Value(measure).ShouldBeInRange(lower, upper, measure);
            // Responses spread smoothly: interpolation errs by a fraction of the bin.
            Value(measure).ShouldBe(truth, 0.25 * (upper - lower), measure);
        }
    }

    private async Task<List<double>> MinutesAsync(SampleCityManifest manifest)
    {
        var (minutes, events) = (new List<double>(), new HashSet<string>());
        foreach (var file in manifest.Drops[0].Files.Where(f => f.StartsWith("usage/") && !f.StartsWith("usage/copies/")))
        {
            var corrected = Path.Combine(_folder, SampleCityGenerator.LaterDrop, file);
            foreach (var row in await UploadedRows.ReadAsync(
                File.Exists(corrected) ? corrected : Path.Combine(_folder, SampleCityGenerator.FirstDrop, file)))
            {
                if (row.TryGetValue("event_id", out var id) && !events.Add(id)) continue;
                if (IsInWindow(row["date"]) && row.GetValueOrDefault("response_minutes") is { Length: > 0 } text) minutes.Add(Number(text));
            }
        }

        return minutes;
    }

    private async Task CoverageIsTheTruthsAsync(IFactReader facts)
    {
        var rows = await new PersonalIndicator().ComputeAsync(facts, Options.End);
        var truth = (await UploadedRows.ReadAsync(Path.Combine(_folder, "truth", "demand.parquet"))).Where(row => IsInWindow(row["date"]))
            .ToList();
        var communities = truth.Select(row => row["community"]).Distinct().ToList();

        foreach (var community in communities.Prepend(null))
        {
            var here = truth.Where(row => community is null || row["community"] == community).ToList();
            var special = here.Where(row => ServiceCatalogue.BuiltIn[row["service"]].NeedClass == NeedClass.SpecialGroups).ToList();
            if (special.Sum(row => Number(row["wanted"])) < MatchMeasure.Fewest) continue;
            var row = rows.Single(r => (community is null
                ? r.Level == AreaLevel.City
                : r.Level == AreaLevel.Community && r.Area == community)
                && r.Scope == ServiceScope.All && r.Parts[1] == "special_coverage");
            row.Of("Value").Number!.Value.ShouldBe(Coverage(special), 1e-9, community);
            row.Of("Reference").Number!.Value.ShouldBe(Coverage(here), 1e-9, community);
            row.Of("Basis").Number!.Value.ShouldBe(special.Sum(r => Number(r["wanted"])), 1e-6, community);
        }

        static double Coverage(List<Dictionary<string, string>> days) =>
            days.Sum(d => Number(d["served"])) / days.Sum(d => Number(d["wanted"]));
    }

    private async Task StaffIsThatOfTheRowsAsync(IFactReader facts)
    {
        var scope = await facts.ScopeAsync(Options.End);
        var rows = await new SustainabilityIndicator().ComputeAsync(facts, Options.End);
        var files = Directory.GetFiles(Path.Combine(_folder, SampleCityGenerator.FirstDrop, "capacity"));
        var steps = (await UploadedRows.ReadAsync(files.ShouldHaveSingleItem()))
            .Where(row => scope.Areas.TryGetCommunity(row["community"], out var community) && community.ExistsOn(Options.End))
            .GroupBy(row => (row["community"], row["service"]))
            .Select(group => group.OrderBy(row => row["from"], StringComparer.Ordinal).ToList())
            .ToList();
        double Value(string measure) => rows.Single(
            row => row.Level == AreaLevel.City && row.Scope == ServiceScope.All && row.Parts[1] == measure).Of("Value").Number!.Value;

        Value("trained_staff").ShouldBe(steps.Sum(s => Number(s[^1]["trained_staff"])) / steps.Sum(s => Number(s[^1]["staff"])), 1e-12);
        // Capacity, and with it staff and funding, is only ever raised, at New Year.
        Value("staff_turnover").ShouldBe(0);
        var old = steps.Where(s => s.Count > 1).ToList();
        Value("funding_change").ShouldBe((old.Sum(s => Number(s[^1]["funding"])) / old.Sum(s => Number(s[^2]["funding"]))) - 1, 1e-12);
    }

    private static bool IsInWindow(string date) => string.CompareOrdinal(date, First) >= 0 && string.CompareOrdinal(date, Last) <= 0;
}
