using System.Globalization;
using System.IO.Compression;
using CommunityDemand.Local.Commands;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Series;

public sealed class ForecastCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("forecast-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Forecast_TwoKeysAndHierarchy_WritesEveryLevelCoherent()
    {
        var output = Path.Combine(_folder.FullName, "out.csv");

        var (exit, printed, error) = await CommandRun.RunAsync(
            "forecast", "--input", Write("in.csv", Rows()), "--date", "month", "--value", "visits", "--keys", "area,service", "--hierarchy",
            "area",
            "--frequency", "monthly", "--horizon", "3", "--holdout", "2", "--output", output);

        exit.ShouldBe(ExitCode.Success, error);
        error.ShouldContain("peak memory");
        printed.ShouldContain("MASE");
        var lines = await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken);
        lines[0].ShouldBe("level,key,date,horizon,mean,median,lower_80,upper_80,lower_95,upper_95,model,area,service");
        var rows = lines.Skip(1).Select(line => line.Split(',')).ToArray();
        rows.Length.ShouldBe((1 + 2 + 2 + 4) * 3);
        rows.First(row => row[0] == "total")[1..4].ShouldBe(["total", "2022-11-01", "1"]);
        foreach (var horizon in new[] { "1", "2", "3" })
        {
            var sums = rows.Where(row => row[3] == horizon)
                .ToLookup(row => row[0], row => double.Parse(row[4], CultureInfo.InvariantCulture));
            sums["bottom"].Sum().ShouldBe(sums["total"].Single(), 1e-6);
            sums["area"].Sum().ShouldBe(sums["total"].Single(), 1e-6);
            sums["service"].Sum().ShouldBe(sums["total"].Single(), 1e-6);
        }

        _folder.GetFiles("*.part").ShouldBeEmpty();
    }

    [Fact]
    public async Task Forecast_EventRowsGzippedTabs_CountsThem()
    {
        var path = Path.Combine(_folder.FullName, "events.tsv.gz");
        await using (var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest)))
        {
            await writer.WriteLineAsync("when\tplace");
            for (var day = 0; day < 60; day++)
            {
                for (var i = 0; i < 5; i++)
                    await writer.WriteLineAsync($"{new DateTime(2024, 1, 1).AddDays(day):yyyy-MM-dd'T'10:30:00}\t\"north, upper\"");
            }
        }

        var output = Path.Combine(_folder.FullName, "out.csv");
        var (exit, _, error) = await CommandRun.RunAsync(
            "forecast", "--input", path, "--date", "when", "--keys", "place", "--frequency", "daily", "--horizon", "2", "--output", output);

        exit.ShouldBe(ExitCode.Success, error);
        var first = (await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken))[1];
        first.ShouldStartWith("bottom,\"north, upper\",2024-03-01,1,");
        double.Parse(first.Split(',')[5], CultureInfo.InvariantCulture).ShouldBe(5, 1e-6);
    }

    [Fact]
    public async Task Backtest_Origins_WritesActualsAndPrintsTheMeasures()
    {
        var output = Path.Combine(_folder.FullName, "out.csv");

        var (exit, printed, error) = await CommandRun.RunAsync(
            "backtest", "--input", Write("in.csv", Rows()), "--date", "month", "--value", "visits", "--keys", "area,service",
            "--frequency", "monthly", "--horizon", "6", "--origins", "2", "--step", "3", "--output", output);

        exit.ShouldBe(ExitCode.Success, error);
        foreach (var name in new[] { "MASE", "RMSSE", "WAPE", "CRPS", "80%", "1-6", "1-2", "5-6" }) printed.ShouldContain(name);
        var lines = await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken);
        lines[0].ShouldEndWith(",model,origin,actual,area,service");
        lines.Length.ShouldBe(1 + (2 * 4 * 6));
        lines[1].ShouldContain(",2022-03-01,");
        lines[1].ShouldEndWith(",2022-03-01,28,a,x");
    }

    [Theory]
    [InlineData("month,area,service,visits\n2020-01,a,x,ten\n", "line 2", "column visits", "'ten'")]
    [InlineData("month,area,service,visits\n2020-01,a,x,1\n03/04/2020,a,x,1\n", "line 3", "column month", "'03/04/2020'")]
    [InlineData("month,area,service,visits\n2020-01,a,x,-4\n", "line 2", "column visits", "negative")]
    [InlineData("month,area,service,visits\n2020-01,a,x,1e308\n", "line 2", "column visits", "too large")]
    [InlineData("month,area,service,visits\n2020-01,a,x,Infinity\n", "line 2", "column visits", "not a number")]
    [InlineData("month,area,service,visits\n2020-01,a\n", "line 2", "has 2 values", "complete the row")]
    [InlineData("month,area,visits\n2020-01,a,1\n", "in.csv: there is", "no column 'service'", "month, area, visits")]
    [InlineData("month,area,service,visits,visits\n2020-01,a,x,1,1\n", "in.csv: column", "'visits' occurs twice", "rename")]
    [InlineData("month,area,service,visits\n", "no rows", "header", "")]
    [InlineData("", "empty", "header", "")]
    [InlineData("month,area,service,visits\n2020-01,a,x,1\n", "1 periods", "too few", "at least 2")]
    [InlineData("month,area,service,visits\n0000-01-01,a,x,1\n", "line 2", "is not a date", "2025-03-07")]
    [InlineData("month,area,service,visits\n2020-01,a,\"x,1\n2020-02,a,x,1\n", "in.csv", "", "")]
    public async Task Forecast_BadInput_NamesFilePlaceAndRemedy(string text, string place, string what, string remedy)
    {
        var output = Path.Combine(_folder.FullName, "out.csv");

        var (exit, _, error) = await CommandRun.RunAsync(
            "forecast", "--input", Write("in.csv", text), "--date", "month", "--value", "visits", "--keys", "area,service",
            "--frequency", "monthly", "--horizon", "3", "--output", output);

        exit.ShouldBe(ExitCode.UserError, error);
        error.ShouldContain("in.csv");
        error.ShouldContain(place);
        error.ShouldContain(what);
        error.ShouldContain(remedy);
        File.Exists(output).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--horizon", "-1", "--horizon must be 1 or more")]
    [InlineData("--frequency", "fortnightly", "'fortnightly' is none of hourly, daily")]
    [InlineData("--hierarchy", "city", "'city', which is not in --keys")]
    [InlineData("--season", "0", "--season must be")]
    [InlineData("--season", "7,365", "multiple of the other")]
    public async Task Forecast_BadOption_SaysWhatIsAllowed(string option, string value, string message)
    {
        var arguments = new Dictionary<string, string>
        {
            ["--input"] = Write("in.csv", Rows()),
            ["--date"] = "month",
            ["--value"] = "visits",
            ["--keys"] = "area,service",
            ["--frequency"] = "monthly",
            ["--horizon"] = "3",
            ["--output"] = Path.Combine(_folder.FullName, "out.csv"),
            [option] = value,
        };

        var (exit, _, error) = await CommandRun.RunAsync(
            ["forecast", .. arguments.SelectMany(argument => new[] { argument.Key, argument.Value })]);

        exit.ShouldBe(ExitCode.UserError);
        error.ShouldContain(message);
    }

    private static string Rows()
    {
        var lines = new List<string> { "month,area,service,visits" };
        for (var month = 0; month < 36; month++)
        {
            foreach (var (area, service) in new[] { ("a", "x"), ("a", "y"), ("b", "x"), ("b", "y") })
            {
                // Two rows of one cell are summed.
                lines.Add($"{new DateTime(2020, 1, 1).AddMonths(month):yyyy-MM},{area},{service},{10 + (month % 12)}");
                lines.Add(
                    $"{new DateTime(2020, 1, 1).AddMonths(month):yyyy-MM},{area},{service},{(area == "a" ? 5 : 0) + 13 - (month % 12)}");
            }
        }

        return string.Join('\n', lines) + "\n";
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
