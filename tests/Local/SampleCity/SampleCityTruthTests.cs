using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Local.SampleCity.Simulation;
using CommunityDemand.Tests.Support;
using static CommunityDemand.Tests.Local.SampleCity.SampleCityFixture;

namespace CommunityDemand.Tests.Local.SampleCity;

/// <summary>What the files say against the truth beside them.</summary>
[Slow]
public sealed class SampleCityTruthTests(SampleCityFixture city) : IClassFixture<SampleCityFixture>
{
    [Fact]
    public async Task Usage_AllFilesWithCorrections_SumToTheTruth()
    {
        var sums = new Dictionary<(string, string, string), (double Visits, double Unmet)>();
        var events = new HashSet<string>();
        foreach (var file in city.Manifest.Drops[0].Files.Where(f => f.StartsWith("usage/") && !f.StartsWith("usage/copies/")))
        {
            var corrected = Path.Combine(city.Folder, SampleCityGenerator.LaterDrop, file);
            foreach (var row in File.Exists(corrected) ? await UploadedRows.ReadAsync(corrected) : await city.UploadAsync(file))
            {
                if (row.TryGetValue("event_id", out var id) && !events.Add(id)) continue;
                var key = (row["community"], row["service"], row["date"]);
                var (visits, unmet) = sums.GetValueOrDefault(key);
                sums[key] = (visits + (id is null ? Number(row["visits"]) : 1), unmet + (id is null ? Number(row["unmet"]) : 0));
            }
        }

        var truth = city.Demand.Where(d => d.Date <= Options.End && d.Wanted > 0)
            .ToDictionary(d => (d.Community, d.Service, d.Date.ToString("yyyy-MM-dd")), d => (d.Served, d.Wanted - d.Served));
        sums.Count.ShouldBe(truth.Count);
        sums.Where(s => !truth[s.Key].Equals(s.Value)).ShouldBeEmpty();
    }

    [Fact]
    public void Demand_OfEachService_HasTheTruesMean()
    {
        foreach (var service in city.Demand.GroupBy(d => d.Service))
        {
            var size = ServiceProfiles.All.Single(p => p.Code == service.Key).Size;
            var mean = service.Sum(d => d.Mean);
            var deviation = Math.Sqrt(service.Sum(d => d.Mean + (d.Mean * d.Mean / size)));
            Math.Abs(service.Sum(d => d.Wanted) - mean).ShouldBeLessThan(4 * deviation, service.Key);
        }
    }

    [Fact]
    public void Demand_Noise_HasTheNegativeBinomialsVariance()
    {
        // Pearson's statistic of independent days is their number, within a few of its standard errors.
        foreach (var service in city.Demand.Where(d => d.Mean > 0).GroupBy(d => d.Service))
        {
            var size = ServiceProfiles.All.Single(p => p.Code == service.Key).Size;
            var squares = service.Average(d => Math.Pow(d.Wanted - d.Mean, 2) / (d.Mean + (d.Mean * d.Mean / size)));
            squares.ShouldBe(1, 0.1, service.Key);
        }
    }

    [Fact]
    public void Demand_Weather_AveragesOut() =>
        city.Demand.Sum(d => d.Mean).ShouldBe(city.Demand.Sum(d => d.Expected), 0.01 * city.Demand.Sum(d => d.Expected));

    [Fact]
    public void Demand_PastTheEnd_IsKnownForTwoHorizons()
    {
        city.Demand.Max(d => d.Date).ShouldBe(Options.End.AddDays(DistrictDays.FutureDays));
        city.Demand.Count.ShouldBe(24 * 12 * (Options.End.DayNumber - Options.Start.DayNumber + 1 + DistrictDays.FutureDays));
    }

    [Fact]
    public void Demand_SpringFestival_MovesWithTheMoon()
    {
        // 2023-01-22, 2024-02-10, 2025-01-29: closed offices around the first, open ones on the same days of the year after.
        Office(new DateOnly(2023, 1, 23)).ShouldBe(0);
        Office(new DateOnly(2024, 1, 23)).ShouldBeGreaterThan(0);
        Office(new DateOnly(2024, 2, 12)).ShouldBe(0);
        Office(new DateOnly(2025, 2, 12)).ShouldBeGreaterThan(0);
        // The make-up Sunday before the holiday is worked.
        new DateOnly(2025, 1, 26).DayOfWeek.ShouldBe(DayOfWeek.Sunday);
        Office(new DateOnly(2025, 1, 26)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Series_LevelShift_IsInTheData()
    {
        var shifted = (await city.TruthAsync("series.csv")).Where(s => s["shift_from"].Length > 0).ToList();
        shifted.Count.ShouldBeGreaterThan(10);
        foreach (var series in shifted)
        {
            var from = DateOnly.Parse(series["shift_from"]);
            var days = city.Demand.Where(d => d.Community == series["community"] && d.Service == series["service"] && d.Expected > 0)
                .ToList();
            var ratio = Level(days.Where(d => d.Date >= from && d.Date < from.AddDays(7)))
                / Level(days.Where(d => d.Date < from && d.Date >= from.AddDays(-7)));
            // Within a fortnight little else changes; Spring Festival is the exception, its weeks are let off.
            if (days.Any(d => Math.Abs(d.Date.DayNumber - from.DayNumber) < 8
                && CityCalendar.China.DaysFromSpringFestival(d.Date) is > -30 and < 25)) continue;
            Math.Sign(Math.Log(ratio))
                .ShouldBe(Math.Sign(Math.Log(Number(series["shift_factor"]))), $"{series["community"]} {series["service"]}");
        }

        static double Level(IEnumerable<TruthDay> days) => days.Select(d => d.Expected).DefaultIfEmpty().Max();
    }

    [Fact]
    public async Task Communities_NewAndClosed_HaveUsageWithinTheirLivesOnly()
    {
        var rows = await GbAsync("communities/communities.csv");
        rows.Count(r => r.From is not null).ShouldBe(2);
        rows.Count(r => r.To is not null).ShouldBe(2);
        foreach (var (code, from, to) in rows)
        {
            var used = city.Demand.Where(d => d.Community == code && d.Wanted > 0).ToList();
            if (from is { } first) used.Min(d => d.Date).ShouldBeGreaterThanOrEqualTo(first);
            if (to is { } last) used.Max(d => d.Date).ShouldBeLessThanOrEqualTo(last);
        }
    }

    [Fact]
    public async Task Surveys_Means_AreTheHandbooks()
    {
        var answers = await city.AnswersAsync();
        foreach (var (dimension, index) in new[] { ("content", 85.6), ("efficiency", 78.4), ("attitude", 73.2) })
        {
            var scores = answers.Select(a => a[dimension]).Where(s => s.Length > 0).Select(s => 20 * Number(s)).ToList();
            var mean = scores.Average();
            var error = Math.Sqrt(scores.Average(s => (s - mean) * (s - mean)) / scores.Count);
            mean.ShouldBe(index, 3 * error, dimension);
        }

        Dimension.All.Average(d => d.Index).ShouldBe(82.3, 1e-9);
        var overall = Dimension.All.Average(d => answers.Select(a => a[d.Name]).Where(s => s.Length > 0).Average(s => 20 * Number(s)));
        overall.ShouldBe(82.3, 0.4);
    }

    [Fact]
    public async Task Improvements_DifferenceInDifferences_FindsTheTrueLift()
    {
        var answers = await city.AnswersAsync();
        var controls = (await city.TruthAsync("communities.csv")).Where(c => c["treated"] == "0").Select(c => c["community"]).ToHashSet();
        var (deviations, weights) = (0.0, 0);
        foreach (var measure in (await city.TruthAsync("improvements.csv"))
            .Where(m => DateOnly.Parse(m["start"]) < Options.End.AddDays(-60)))
        {
            bool About(Dictionary<string, string> a) => measure["service"].Length == 0 || a["service"] == measure["service"];
            var start = measure["start"];
            var (treated, error) = Change(answers.Where(a => a["community"] == measure["community"] && About(a)), start);
            var (control, controlError) = Change(answers.Where(a => controls.Contains(a["community"]) && About(a)), start);
            var z = (treated - control - Number(measure["efficiency_lift"])) / Math.Sqrt((error * error) + (controlError * controlError));
            Math.Abs(z).ShouldBeLessThan(4, measure["community"]);
            deviations += z * z;
            weights++;
        }

        weights.ShouldBeGreaterThanOrEqualTo(3);
        (deviations / weights).ShouldBeLessThan(3);

        static (double Difference, double Error) Change(IEnumerable<Dictionary<string, string>> answers, string start)
        {
            var groups = answers.GroupBy(a => string.CompareOrdinal(a["date"], start) >= 0)
                .ToDictionary(g => g.Key, g => g.Select(a => Number(a["efficiency"])).ToList());
            double Variance(bool after) => groups[after].Average(s => Math.Pow(s - groups[after].Average(), 2)) / groups[after].Count;
            return (groups[true].Average() - groups[false].Average(), Math.Sqrt(Variance(true) + Variance(false)));
        }
    }

    [Fact]
    public async Task Participation_FirstAndLastQuarter_AreTheHandbooks()
    {
        var truth = await city.TruthAsync("participation.csv");
        Rate(truth.Min(r => r["date"])!).ShouldBe(0.583, 0.01);
        Rate(truth.Max(r => r["date"])!).ShouldBe(0.672, 0.01);
        var uploaded = await city.UploadAsync("participation/participation.tsv");
        uploaded.Sum(r => Number(r["participants"])).ShouldBe(truth.Sum(r => Number(r["participants"])));

        double Rate(string date) => truth.Where(r => r["date"] == date)
            .Sum(r => Number(r["participants"])) / truth.Where(r => r["date"] == date).Sum(r => Number(r["eligible"]));
    }

    [Fact]
    public async Task Comments_PersonalNumbers_AreWhereTheTruthSays()
    {
        var comments = (await city.AnswersAsync()).Concat(await city.UploadAsync("feedback/complaints.jsonl"))
            .Where(a => a.GetValueOrDefault("comment") is { Length: > 0 }).ToDictionary(a => a["feedback_id"], a => a["comment"]);
        var truth = await city.TruthAsync("comments.csv");

        comments.Keys.ToHashSet().SetEquals(truth.Select(t => t["feedback_id"])).ShouldBeTrue();
        truth.Where(t => t["personal_number"].Length > 0).ShouldAllBe(t => comments[t["feedback_id"]].Contains(t["personal_number"]));
        truth.Select(t => t["personal_number_kind"]).Distinct().Count().ShouldBe(5);
        truth.Select(t => t["theme"]).Distinct().Count().ShouldBe(9);
        comments.Values.Count(c => c.Any(x => x > '\u3000')).ShouldBeInRange(comments.Count / 2, comments.Count * 9 / 10);
    }

    private double Office(DateOnly date) => city.Demand.Where(d => d.Service == "family-doctor" && d.Date == date).Sum(d => d.Wanted);

    private async Task<List<(string Code, DateOnly? From, DateOnly? To)>> GbAsync(string path) =>
    [
        .. (await city.UploadAsync(path)).Select(r => (r["community"], Day(r["生效日期"]), Day(r["失效日期"]))),
    ];

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy年M月d日");
}
