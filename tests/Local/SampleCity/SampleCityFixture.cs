using System.Globalization;
using CommunityDemand.Local.SampleCity;

namespace CommunityDemand.Tests.Local.SampleCity;

/// <summary>A clean city of 24 communities, 12 services and 3 years, written once for all tests, and its truth.</summary>
public sealed class SampleCityFixture : IAsyncLifetime
{
    internal static SampleCityOptions Options { get; } = new() { Dirty = 0 };

    internal string Folder { get; } = Directory.CreateTempSubdirectory("sample-city-").FullName;

    internal SampleCityManifest Manifest { get; private set; } = null!;

    /// <summary>Every day of every series.</summary>
    internal List<TruthDay> Demand { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Manifest = await SampleCityGenerator.WriteAsync(Options, Folder, progress: null, CancellationToken.None);
        Demand =
        [
            .. (await TruthAsync("demand.parquet")).Select(r => new TruthDay(
                r["community"], r["service"], DateOnly.ParseExact(r["date"], "yyyy-MM-dd"), Number(r["expected"]), Number(r["mean"]), Number(r["wanted"]), Number(r["served"]))),
        ];
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    internal Task<List<Dictionary<string, string>>> TruthAsync(string file) => UploadedRows.ReadAsync(Path.Combine(Folder, "truth", file));

    internal Task<List<Dictionary<string, string>>> UploadAsync(string path) => UploadedRows.ReadAsync(Path.Combine(Folder, SampleCityGenerator.FirstDrop, path));

    /// <summary>All survey answers.</summary>
    internal async Task<List<Dictionary<string, string>>> AnswersAsync()
    {
        var all = new List<Dictionary<string, string>>();
        for (var year = Options.Start.Year; year <= Options.End.Year; year++) all.AddRange(await UploadAsync($"feedback/surveys-{year}.csv"));
        return all;
    }

    internal static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    internal sealed record TruthDay(string Community, string Service, DateOnly Date, double Expected, double Mean, double Wanted, double Served);
}
