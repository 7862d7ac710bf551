using CommunityDemand.Domain.Time;
using CommunityDemand.Local.Commands;
using CommunityDemand.Local.Series;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using CommunityDemand.Tests.Support;
using SkiaSharp;

namespace CommunityDemand.Tests.Local.Series;

public sealed class ForecastPlotTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("forecast-plot-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(null, 1120, 680)]
    [InlineData("1", 560, 340)]
    [InlineData("3", 1120, 680)]
    [InlineData("b", 560, 340)]
    [InlineData("40", 1120, 680)]
    public async Task Forecast_Plot_WritesAPictureOfSoManyPanels(string? series, int width, int height)
    {
        var (exit, _, error) = await RunAsync(["--plot", Picture, .. series is null ? [] : (string[])["--plot-series", series]]);

        exit.ShouldBe(ExitCode.Success, error);
        using var picture = SKBitmap.Decode(Picture);
        (picture.Width, picture.Height).ShouldBe((width, height));
        var colours = picture.Pixels.Distinct().ToArray();
        // The line of the mean, and the 80% band behind it on white.
        colours.ShouldContain(new SKColor(0x00, 0x72, 0xB2));
        colours.Length.ShouldBeGreaterThan(10);
        _folder.GetFiles("*.partial").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--plot-series", "0", "1 to 40")]
    [InlineData("--plot-series", "41", "1 to 40")]
    [InlineData("--plot-series", "nobody", "no series has the key 'nobody'")]
    [InlineData("--plot", "picture.jpg", "is no .png")]
    public async Task Forecast_BadPlot_SaysWhatIsAllowed(string option, string value, string message)
    {
        var (exit, _, error) = await RunAsync([option, value, .. option == "--plot" ? [] : (string[])["--plot", Picture]]);

        exit.ShouldBe(ExitCode.UserError, error);
        error.ShouldContain(message);
        File.Exists(Picture).ShouldBeFalse();
    }

    [Fact]
    public void History_OfASum_LacksThePeriodsOfWhichAPartIsMissing()
    {
        var panel = new Panel(
            new TimeAxis(Frequency.Daily, new DateTime(2024, 1, 1), 4),
            KeySchema.Of(["area", "place"], ["area", "place"]),
            [["a", "x"], ["a", "y"], ["b", "x"]],
            new float[][] { [1, 2, 3, 4], [float.NaN, 10, float.NaN, 20], [100, 100, 100, 100] });

        NodeHistory.Of(panel, new Node("area", ["a"])).ShouldBe([1, 12, double.NaN, 24]);
        NodeHistory.Of(panel, new Node("bottom", ["a", "y"])).ShouldBe([double.NaN, 10, double.NaN, 20]);
        NodeHistory.Of(panel, new Node("total", [])).ShouldBe([101, 112, double.NaN, 124]);
    }

    private string Picture => Path.Combine(_folder.FullName, "out.png");

    private Task<(int Exit, string Output, string Error)> RunAsync(string[] options)
    {
        var input = Path.Combine(_folder.FullName, "in.csv");
        var rows = from month in Enumerable.Range(0, 30)
                   from area in new[] { "a", "b", "c" }
                   select $"{new DateTime(2022, 1, 1).AddMonths(month):yyyy-MM},{area},{20 + (month % 12) + area[0] - 'a'}";
        File.WriteAllText(input, "month,area,visits\n" + string.Join('\n', rows) + "\n");
        return CommandRun.RunAsync(
        [
            "forecast", "--input", input, "--date", "month", "--value", "visits", "--keys", "area", "--hierarchy", "area", "--frequency",
            "monthly", "--horizon", "6", "--output", Path.Combine(_folder.FullName, "out.csv"), .. options,
        ]);
    }
}
