using System.Diagnostics;
using System.Globalization;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Series;

/// <summary>How many threads a process has is fixed when it starts: each count needs a process of its own.</summary>
[Slow]
public sealed class ForecastThreadsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("thread-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Forecast_OneThreadOrMany_WritesTheSameBits()
    {
        var input = Path.Combine(_folder.FullName, "in.csv");
        await File.WriteAllLinesAsync(input, Rows(), TestContext.Current.CancellationToken);

        var (one, many) = (await ForecastAsync(input, processors: 1), await ForecastAsync(input, processors: 8));

        one.Length.ShouldBe(1 + ((1 + 3 + 4 + 12) * 14));
        many.ShouldBe(one);
    }

    /// <summary>Days of 12 series over a year and a half: every member serves some of them, and a calendar is learned.</summary>
    private static IEnumerable<string> Rows()
    {
        var random = new Random(5);
        yield return "day,area,service,visits";
        for (var day = 0; day < 550; day++)
        {
            for (var series = 0; series < 12; series++)
            {
                var level = (series % 5) * (series % 5) * (1 + (0.4 * Math.Sin(2 * Math.PI * day / 365.25))) * (day % 7 < 5 ? 1 : 0.5);
                var visits = Math.Floor((level + 0.6) * 2 * random.NextDouble());
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{new DateTime(2023, 1, 2).AddDays(day):yyyy-MM-dd},a{series / 4},s{series % 4},{visits}");
            }
        }
    }

    private async Task<string[]> ForecastAsync(string input, int processors)
    {
        var output = Path.Combine(_folder.FullName, $"{processors}.csv");
        var program = Path.Combine(AppContext.BaseDirectory, "CommunityDemand.Local" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var start = new ProcessStartInfo(
            program,
            [
                "forecast", "--input", input, "--date", "day", "--value", "visits", "--keys", "area,service", "--hierarchy", "area",
                "--frequency", "daily", "--horizon", "14", "--output", output,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = processors.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var (printed, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"{await printed}\n{await error}");
        return await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken);
    }
}
