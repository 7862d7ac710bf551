using System.Globalization;
using CommunityDemand.Local.Commands;
using CommunityDemand.Tests.Support;
using Sylvan.Data.Csv;

namespace CommunityDemand.Tests.Local.Series;

/// <summary>The shared cases about reading, keys and missing values; skipped, saying so, where the folder is absent.</summary>
[Slow]
public sealed class SeriesCaseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("series-case-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Forecast_SeparatorsInKeys_GivesThreeSeriesBackAsTheyCame()
    {
        var rows = await ForecastAsync("27-separator-in-keys.csv", "daily", 7, "--keys", "area,key", "--hierarchy", "area,key");

        var bottom = rows.Where(row => row["level"] == "bottom").ToArray();
        bottom.Select(row => row["key"]).Distinct().Count().ShouldBe(3);
        bottom.Select(row => (row["area"], row["key_key"])).Distinct().Order()
            .ShouldBe(((string, string)[])[("A", "B|C"), ("A|B", "C"), ("社区/一 🏠", "x, \"y\"\n")], ignoreOrder: true);
        Mean(bottom, row => row["area"] == "A|B").ShouldBeInRange(10, 25);
        Mean(bottom, row => row["area"] == "A").ShouldBeInRange(110, 125);
    }

    [Theory]
    [InlineData("zero", 0, 1)]
    [InlineData("missing", 10, 25)]
    public async Task Forecast_OnlyWeekdays_FillSaysWhatWeekendsAre(string fill, double least, double most)
    {
        var rows = await ForecastAsync("37-only-weekdays.csv", "daily", 14, "--keys", "key", "--fill", fill);

        foreach (var row in rows.Where(row => Day(row).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday))
            Number(row["mean"]).ShouldBeInRange(least, most, row["date"]);
    }

    [Fact]
    public async Task Forecast_MissingWinter_KeepsTheShapeOfTheYear()
    {
        var rows = await ForecastAsync("16-weekly-missing-winter.csv", "weekly", 20, "--keys", "key", "--fill", "missing");

        rows.Length.ShouldBe(20);
        var means = rows.Select(row => Number(row["mean"])).ToArray();
        means.ShouldAllBe(mean => mean > 0);
        (means.Max() / means.Min()).ShouldBeGreaterThan(1.2);
    }

    private static double Mean(IEnumerable<Dictionary<string, string>> rows, Func<Dictionary<string, string>, bool> which) =>
        rows.Where(which).Average(row => Number(row["mean"]));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(Dictionary<string, string> row) =>
        DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<Dictionary<string, string>[]> ForecastAsync(string name, string frequency, int horizon, params string[] more)
    {
        var output = Path.Combine(_folder.FullName, "out.csv");
        var (exit, _, error) = await CommandRun.RunAsync(
            [
                "forecast", "--input", Path.Combine(Repository.SharedCases("series"), name), "--date", "date", "--value", "value",
                "--frequency", frequency, "--horizon", horizon.ToString(CultureInfo.InvariantCulture), "--output", output, .. more,
            ]);
        exit.ShouldBe(ExitCode.Success, error);
        using var csv = CsvDataReader.Create(output);
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read()) rows.Add(Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, csv.GetString));
        return [.. rows];
    }
}
