using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Azure;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ingest.Mappings;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Local.Commands;

/// <summary>The root command. This is the one place where exceptions become messages and exit codes.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line.</summary>
    /// <param name="args">Arguments without the program's name; no arguments run <c>demo</c>.</param>
    /// <param name="output">Writer of results.</param>
    /// <param name="error">Writer of progress, notes and errors.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var parsed = CreateRoot().Parse(args);
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            // Interrupts turns signals into the cancellation token; a second handler would compete with it.
            ProcessTerminationTimeout = null,
        };
        try
        {
            if (parsed.Action is not ParseErrorAction mistake) return await parsed.InvokeAsync(configuration, cancellationToken);
            // Only the message is printed: a page of help would push it off the screen.
            mistake.ShowHelp = false;
            await parsed.InvokeAsync(configuration, cancellationToken);
            await error.WriteLineAsync("--help after a command lists its options.");
            return ExitCode.UserError;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Errors during the shutdown are a consequence of the interrupt.
            await error.WriteLineAsync("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (Exception failure) when (failure is UserErrorException or MappingException or OptionsValidationException)
        {
            await error.WriteLineAsync($"error: {failure.Message}");
            return ExitCode.UserError;
        }
#pragma warning disable CA1031 // The outermost frame: nothing may end the process with a bare stack trace.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await error.WriteLineAsync(parsed.GetValue(GlobalOptions.Verbose)
                ? failure.ToString()
                : $"error: {Explain(failure)}\nRun again with --verbose for the details.");
            return ExitCode.Failure;
        }
    }

    private static string Explain(Exception failure) => failure switch
    {
        AggregateException several => string.Join("\n       ", several.Flatten().InnerExceptions.Select(Explain)),
        IngestFailedException storage => storage.Message,
        RequestFailedException { Status: > 0 } refused => $"Storage answered with status {refused.Status}.",
        RequestFailedException => "Storage did not answer.",
        _ => "A fault that was not foreseen ended the command.",
    };

    /// <summary>The command tree. Without arguments, <c>demo</c> runs with its defaults.</summary>
    public static RootCommand CreateRoot()
    {
        var demo = DemoCommand.Create();
        var root = new RootCommand(
            "Forecasts the demand for community services from files, with expected shortages. Without a command, "
                + "runs 'demo'.")
        {
            GlobalOptions.Storage,
            GlobalOptions.Data,
            GlobalOptions.Verbose,
            demo,
            GenerateCommand.Create(),
            IngestCommand.Create(),
            InspectCommand.Create(),
            RunCommand.Create(),
            ServeCommand.Create(),
            FactsCommand.Create(),
            TablesCommand.Create(),
            ScenarioCommand.Create(),
            AllocationCommand.Create(),
            ForecastCommand.Create(),
            BacktestCommand.Create(),
        };
        root.SetAction((parsed, cancellationToken) =>
            root.Parse([demo.Name, .. parsed.Tokens.Select(token => token.Value)])
                .InvokeAsync(parsed.InvocationConfiguration, cancellationToken));
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }
}
