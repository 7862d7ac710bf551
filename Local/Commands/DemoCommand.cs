using System.CommandLine;
using CommunityDemand.Local.Hosting;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Local.Commands;

/// <summary>Everything, once: storage, sample city, ingest, the night's run, what a planner wants to see, the dashboard.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var noServe = new Option<bool>("--no-serve") { Description = "End after the summary instead of serving the dashboard" };
        var input = new Option<DirectoryInfo?>("--input") { Description = "Folder with a real city's files instead of the sample city", HelpName = "DIR" };
        var command = new DocumentedCommand(
            "demo",
            "Start storage, take in a city's files, forecast tonight and serve the dashboard",
            "demo",
            "demo --no-serve",
            "demo --input ../shared/data/chicago-sanitation-311") { input, noServe, ServeCommand.Port };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = CommandTerminal.Of(parsed);
            await using var session = await LocalSession.OpenAsync(parsed, terminal, cancellationToken);
            if (!parsed.GetValue(noServe)) await ServeCommand.ServeAsync(session, parsed.GetValue(ServeCommand.Port), terminal, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }
}
