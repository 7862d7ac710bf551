using System.CommandLine;
using System.Globalization;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Local.Commands;

/// <summary>Writes a simulated city's files, and the truth beside them.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var defaults = new SampleCityOptions();
        var communities = Number("--communities", "N", "Communities, in districts of 8, later of 24 and 80", defaults.Communities);
        var services = Number("--services", "M", "Services of the built-in catalogue, 1 to 40", defaults.Services);
        var years = Number("--years", "Y", "Years of history", defaults.Years);
        var seed = Number("--seed", "S", "Seed of everything random", defaults.Seed);
        var dirty = Number("--dirty", "P", "Share of bad rows, 0 to 0.5; 0 leaves out unreadable files too", defaults.Dirty);
        var end = new Option<DateOnly>("--end")
        {
            Description = "Last day of the data",
            HelpName = "DATE",
            DefaultValueFactory = _ => defaults.End,
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
                result.AddError($"--end {result.Tokens[0].Value} is no date. Write it as {defaults.End:yyyy-MM-dd}.");
                return default;
            },
        };
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "Folder to write: new, empty, or one that this command wrote before",
            HelpName = "DIR",
            Required = true,
        };
        var command = new DocumentedCommand(
            "generate",
            "Write the files of a simulated city, and the truth about it beside them",
            "generate --output city",
            "generate --communities 200 --services 20 --years 2 --seed 7 --dirty 0.05 --output big-city")
        {
            communities, services, years, seed, dirty, end, output,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new SampleCityOptions
            {
                Communities = parsed.GetValue(communities),
                Services = parsed.GetValue(services),
                Years = parsed.GetValue(years),
                Seed = parsed.GetValue(seed),
                Dirty = parsed.GetValue(dirty),
                End = parsed.GetValue(end),
            };
            var folder = parsed.GetRequiredValue(output).FullName;
            var terminal = CommandTerminal.Of(parsed);
            var manifest = await WriteAsync(options, folder, terminal, cancellationToken);
            await terminal.Output.WriteLineAsync(
                $"{manifest.Drops.Sum(drop => drop.Files.Count)} files in {folder}: upload {manifest.Drops[0].Folder} first, then {manifest.Drops[1].Folder}.");
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Writes a city and shows how far it is.</summary>
    public static Task<SampleCityManifest> WriteAsync(
        SampleCityOptions options, string folder, CommandTerminal terminal, CancellationToken cancellationToken) => terminal.Progress.RunAsync(
            "Generating the sample city",
            step => SampleCityGenerator.WriteAsync(options, folder, new Relay(step), cancellationToken));

    private static Option<T> Number<T>(string name, string helpName, string description, T value) =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => value };

    // Progress<T> would report from the thread pool, after the fact and out of order.
    private sealed class Relay(IProgress<StepProgress> step) : IProgress<SampleCityProgress>
    {
        public void Report(SampleCityProgress value) =>
            step.Report(StepProgress.Of(value.CommunitiesDone, value.CommunitiesTotal, $"{value.CommunitiesDone} of {value.CommunitiesTotal} communities"));
    }
}
