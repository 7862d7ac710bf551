using System.Globalization;
using CommunityDemand.Local.SampleCity;

namespace CommunityDemand.Tests.Local.SampleCity;

/// <summary>A clean city of 24 communities, 12 services and 3 years, written once for all tests, and its truth.</summary>
public sealed class SampleCityFixture(WrittenSampleCity written) : IAsyncLifetime
{
    internal static SampleCityOptions Options => WrittenSampleCity.Options;

    internal string Folder => written.Folder;

    internal SampleCityManifest Manifest { get; private set; } = null!;

    /// <summary>Every day of every series.</summary>
    internal IReadOnlyList<TruthDay> Demand { get; private set; } = [];

    public async ValueTask InitializeAsync() => (Manifest, Demand) = await written.ReadAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal Task<List<Dictionary<string, string>>> TruthAsync(string file) => UploadedRows.ReadAsync(Path.Combine(Folder, "truth", file));

    internal Task<List<Dictionary<string, string>>> UploadAsync(string path) =>
        UploadedRows.ReadAsync(Path.Combine(Folder, SampleCityGenerator.FirstDrop, path));

    /// <summary>All survey answers.</summary>
    internal async Task<List<Dictionary<string, string>>> AnswersAsync()
    {
        var all = new List<Dictionary<string, string>>();
        for (var year = Options.Start.Year; year <= Options.End.Year; year++)
            all.AddRange(await UploadAsync($"feedback/surveys-{year}.csv"));
        return all;
    }

    internal static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    internal sealed record TruthDay(
        string Community, string Service, DateOnly Date, double Expected, double Mean, double Wanted, double Served)
    {
        public static TruthDay Of(Dictionary<string, string> row) => new(
            row["community"],
            row["service"],
            DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Number(row["expected"]),
            Number(row["mean"]),
            Number(row["wanted"]),
            Number(row["served"]));
    }
}
