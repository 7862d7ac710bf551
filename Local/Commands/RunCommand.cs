using System.CommandLine;
using CommunityDemand.Local.Hosting;
using CommunityDemand.Local.Reports;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.Night;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Local.Commands;

/// <summary>Command that starts a run now.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var origin = new Option<DateOnly?>("--origin")
        {
            Description = "Last day that the forecasts may use, such as 2026-03-31; the last complete day of the facts by default",
            HelpName = "DATE",
        };
        origin.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<DateOnly?>() < RunRequest.EarliestOrigin)
                given.AddError($"An origin is not before {RunRequest.EarliestOrigin:yyyy-MM-dd}.");
        });
        var force = new Option<bool>("--force") { Description = "Run even where the current tables come from the same facts and settings" };
        var command = new DocumentedCommand(
            "run", "Forecast from the ingested files and publish the tables", "run", "run --origin 2026-03-31 --force")
        {
            origin, force
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = CommandTerminal.Of(parsed);
            await using var session = await LocalSession.OpenAsync(parsed, terminal, cancellationToken);
            await RunAsync(session, new RunRequest(parsed.GetValue(origin), parsed.GetValue(force)), terminal, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Runs to the end and prints the report.</summary>
    /// <exception cref="UserErrorException">The run failed; the message tells why.</exception>
    public static async Task RunAsync(
        LocalSession session, RunRequest request, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        var run = await new Night(session.Get<QueueWorker>(), terminal.Progress).RunAsync(request, cancellationToken);
        await new RunReport(new TableRows(session.Get<ITableReader>()), terminal.Console).WriteAsync(run, cancellationToken);
    }
}
