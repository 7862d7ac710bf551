using System.CommandLine;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Local.Commands;

/// <summary>Command that writes the files of a simulated city, with the true values.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var city = new CityOptions();
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "Folder to write: a new or empty folder, or one from an earlier run of this command",
            HelpName = "DIR",
            Required = true,
        };
        var command = new DocumentedCommand(
            "generate",
            "Write the files of a simulated city, with its true values",
            "generate --output city",
            "generate --frequency month --years 5 --output monthly-city",
            "generate --communities 200 --services 20 --years 2 --seed 7 --dirty 0.05 --output big-city")
        {
            output,
        };
        city.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = parsed.GetRequiredValue(output).FullName;
            var terminal = CommandTerminal.Of(parsed);
            var manifest = await WriteAsync(city.Read(parsed), folder, terminal, cancellationToken);
            await terminal.Output.WriteLineAsync(
                $"{manifest.Drops.Sum(drop => drop.Files.Count)} files in {folder}: upload {manifest.Drops[0].Folder} first, then "
                    + $"{manifest.Drops[1].Folder}.");
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Writes a city and shows the progress.</summary>
    public static Task<SampleCityManifest> WriteAsync(
        SampleCityOptions options, string folder, CommandTerminal terminal, CancellationToken cancellationToken) =>
        terminal.Progress.RunAsync(
            "Generating the sample city",
            step => SampleCityGenerator.WriteAsync(options, folder, new Relay(step), cancellationToken));

    // Progress<T> would report from the thread pool, late and out of order.
    private sealed class Relay(IProgress<StepProgress> step) : IProgress<SampleCityProgress>
    {
        public void Report(SampleCityProgress value) =>
            step.Report(
                StepProgress.Of(
                    value.CommunitiesDone, value.CommunitiesTotal, $"{value.CommunitiesDone} of {value.CommunitiesTotal} communities"));
    }
}
