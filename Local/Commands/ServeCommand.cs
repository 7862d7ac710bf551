using System.CommandLine;
using CommunityDemand.Local.Dashboard;
using CommunityDemand.Local.Emulator;
using CommunityDemand.Local.Hosting;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.Night;

namespace CommunityDemand.Local.Commands;

/// <summary>Command that serves the dashboard for the current tables.</summary>
internal static class ServeCommand
{
    /// <summary>Port of the dashboard.</summary>
    public static Option<int> Port { get; } = CreatePort();

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "serve", "Serve the dashboard and the API on 127.0.0.1 until Ctrl-C", "serve", "serve --port 8090") { Port };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = CommandTerminal.Of(parsed);
            await using var session = await LocalSession.OpenAsync(parsed, terminal, cancellationToken);
            await ServeAsync(session, parsed.GetValue(Port), terminal, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Serves the dashboard until interrupted.</summary>
    /// <exception cref="OperationCanceledException">The command was interrupted.</exception>
    public static async Task ServeAsync(LocalSession session, int port, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        var charts = await FindChartsAsync(terminal, cancellationToken);
        await using var server = await DashboardServer.StartAsync(session.Services, charts, port, cancellationToken);
        await terminal.Output.WriteLineAsync($"Dashboard: {server.Address}  (Ctrl-C ends)");
        await terminal.Output.FlushAsync(cancellationToken);
        // A run started over HTTP needs a worker. An account from --storage may have its own worker, whose messages this process must not
        // take.
        await (session.IsEmbedded
            ? session.Get<QueueWorker>().ListenAsync(cancellationToken)
            : Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken));
    }

    // With --storage, Node may be missing. Tables do not need the chart library.
    private static async Task<string?> FindChartsAsync(CommandTerminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            var tools = await NodeTools.EnsureAsync(terminal.Say, cancellationToken);
            return Path.Combine(tools.Modules, "echarts", "dist");
        }
        catch (UserErrorException missing)
        {
            terminal.Say($"The dashboard shows tables without charts: {missing.Message}");
            return null;
        }
    }

    private static Option<int> CreatePort()
    {
        var option = new Option<int>("--port")
        {
            Description = "Port of the dashboard on 127.0.0.1; 0 for any free port",
            HelpName = "PORT",
            DefaultValueFactory = _ => 5080,
        };
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.Tokens.Count == 0 || !int.TryParse(result.Tokens[0].Value, out var port)) return;
            if (port is < 0 or > 65535)
                result.AddError($"--port {port} is not a valid port. Give a number from 1024 to 65535, or 0 for any free port.");
        });
        return option;
    }
}
