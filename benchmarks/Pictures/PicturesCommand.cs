using System.CommandLine;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.Commands;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Benchmarks.Pictures;

/// <summary>Draws the pictures of the documents from published data.</summary>
internal static class PicturesCommand
{
    public static Command Create()
    {
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "Folder to write to",
            HelpName = "DIR",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Checkout.Root, "docs", "images")),
        };
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "Folder of the published data",
            HelpName = "DIR",
            DefaultValueFactory = _ => new DirectoryInfo(Checkout.DefaultData),
        };
        var command = new Command(
            "pictures", "Draw forecast fans, coverage and error by horizon of published data, for docs/forecasting.md") { output, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = CommandTerminal.Of(parsed);
            var folder = Directory.CreateDirectory(parsed.GetRequiredValue(output).FullName).FullName;
            var bench = new Workbench(parsed.GetRequiredValue(data).FullName, null, IsQuick: false);
            string[] names = ["forecast-fans.png", "coverage-by-horizon.png", "error-by-horizon.png"];
            var paths = names.Select(name => Path.Combine(folder, name)).ToArray();
            await terminal.Progress.RunAsync("Forecast fans", async _ =>
            {
                await ForecastFans.SaveAsync(paths[0], bench, cancellationToken);
                return true;
            });
            var studies = await terminal.Progress.RunAsync("By horizon", progress => StudiesAsync(bench, progress, cancellationToken));
            HorizonPictures.SaveCoverage(paths[1], studies);
            HorizonPictures.SaveErrors(paths[2], studies);
            foreach (var path in paths) await terminal.Output.WriteLineAsync(path);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<IReadOnlyList<HorizonStudy>> StudiesAsync(
        Workbench bench, IProgress<StepProgress> progress, CancellationToken cancellationToken) =>
    [
        await HorizonStudy.RunAsync(
            "Chicago areas, daily", "days ahead", bench.Chicago.Areas(Frequency.Daily), 28, 8, 28, bench, progress, cancellationToken),
        await HorizonStudy.RunAsync(
            "TourismLarge, monthly", "months ahead", TourismLarge.Read(Checkout.DataFolder(bench.Data, TourismLarge.Folder)), 24, 7, 6,
            bench, progress, cancellationToken),
    ];
}
