using CommunityDemand.Domain.Geography;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Tests.Local.SampleCity;
using CommunityDemand.Tests.Pipeline.Runs;

namespace CommunityDemand.Tests.Pipeline.Indicators;

/// <summary>Two years of a clean sample city: its answers and participants as facts, and the truth they were drawn from.</summary>
public sealed class SampleCityFacts : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sample-facts-").FullName;

    internal static SampleCityOptions Options { get; } = new() { Communities = 48, Services = 6, Years = 2, Dirty = 0 };

    internal TinyCity Facts { get; } = new();

    internal List<Dictionary<string, string>> Satisfaction { get; private set; } = [];

    internal List<Dictionary<string, string>> Communities { get; private set; } = [];

    internal List<Dictionary<string, string>> Improvements { get; private set; } = [];

    internal List<Dictionary<string, string>> Participation { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await SampleCityGenerator.WriteAsync(Options, _folder, progress: null, CancellationToken.None);
        Facts.Communities.AddRange((await UploadAsync("communities/communities.csv"))
            .Select(row => new Community(row["community"], row["名称"], row["街道"], row["区"], row["市"])));
        for (var year = Options.Start.Year; year <= Options.End.Year; year++)
            Facts.Feedback.AddRange((await UploadAsync($"feedback/surveys-{year}.csv")).Select(Answer));
        Facts.Participation.AddRange((await UploadAsync("participation/participation.tsv")).Select(row => new ParticipationFact(
            row["community"], Day(row["date"]), Number(row["participants"]), row["channel"], row["mode"], Number(row["eligible"]))));
        Satisfaction = await TruthAsync("satisfaction.csv");
        Communities = await TruthAsync("communities.csv");
        Improvements = await TruthAsync("improvements.csv");
        Participation = await TruthAsync("participation.csv");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// True index of a community over the days from one on, what improvements add included, time's effect left out: it is the same
    /// everywhere.
    /// </summary>
    internal double TrueIndex(string community, string dimension, DateOnly first)
    {
        var mean = Number(Satisfaction.Single(row => row["dimension"] == dimension)["mean"])
            + Number(Communities.Single(row => row["community"] == community)["satisfaction_effect"]);
        if (Improvements.SingleOrDefault(row => row["community"] == community) is not { } measure) return 20 * mean;
        var start = Day(measure["start"]);
        var covered = measure["service"].Length == 0 ? 1 : 1.0 / Options.Services;
        return 20 * (mean + (Number(measure[$"{dimension}_lift"]) * covered * (After(start, first) - After(start, Options.Start))));
    }

    internal static double Number(string text) => SampleCityFixture.Number(text);

    private static double After(DateOnly start, DateOnly first) =>
        Math.Clamp((double)(Options.End.DayNumber + 1 - start.DayNumber) / (Options.End.DayNumber + 1 - first.DayNumber), 0, 1);

    private static FeedbackFact Answer(Dictionary<string, string> row) => new(
        row["community"], Day(row["date"]), row["service"], row["source"], null, null,
        Score(row["content"]), Score(row["efficiency"]), Score(row["attitude"]), Score(row["sustainability"]), Score(row["innovation"]),
        false, null, null);

    private static int? Score(string text) => text.Length == 0 ? null : (int)Number(text);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private Task<List<Dictionary<string, string>>> UploadAsync(string path) =>
        UploadedRows.ReadAsync(Path.Combine(_folder, SampleCityGenerator.FirstDrop, path));

    private Task<List<Dictionary<string, string>>> TruthAsync(string file) => UploadedRows.ReadAsync(Path.Combine(_folder, "truth", file));
}
