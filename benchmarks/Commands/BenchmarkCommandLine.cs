using System.CommandLine;
using System.CommandLine.Invocation;
using CommunityDemand.Benchmarks.Hostile;
using CommunityDemand.Benchmarks.Improvements;
using CommunityDemand.Benchmarks.Pictures;
using CommunityDemand.Benchmarks.Scale;
using CommunityDemand.Benchmarks.Suites;
using CommunityDemand.Benchmarks.Suites.Pollock;
using CommunityDemand.Local;
using CommunityDemand.Local.Commands;

namespace CommunityDemand.Benchmarks.Commands;

/// <summary>The root command and the one place where exceptions become messages and exit codes.</summary>
internal static class BenchmarkCommandLine
{
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
            // Interrupts turns signals into the token; two handlers would race.
            ProcessTerminationTimeout = null,
        };
        try
        {
            if (parsed.Action is not ParseErrorAction mistake) return await parsed.InvokeAsync(configuration, cancellationToken);
            mistake.ShowHelp = false;
            await parsed.InvokeAsync(configuration, cancellationToken);
            await error.WriteLineAsync("--help after a command lists its options.");
            return ExitCode.UserError;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync("Interrupted. Fits of R that ended are kept; the same command goes on from there.");
            return ExitCode.Interrupted;
        }
        catch (UserErrorException mistake)
        {
            await error.WriteLineAsync($"error: {mistake.Message}");
            return ExitCode.UserError;
        }
    }

    private static RootCommand CreateRoot() =>
        new("Measures the project: every figure of the documents comes from one of these commands")
        {
            GlobalOptions.Verbose,
            AccuracyCommand.Create(),
            ScaleCommand.Create(),
            PicturesCommand.Create(),
            ScreenshotsCommand.Create(),
            ImprovementsCommand.Create(),
            PollockCommand.Create(),
            SuitesCommand.Create(),
            HostileCommand.Create(),
        };
}
