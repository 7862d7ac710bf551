using System.CommandLine;
using CommunityDemand.Local;
using CommunityDemand.Local.Commands;

namespace CommunityDemand.Benchmarks.Scale;

/// <summary>Turns what a command ends with into a message and an exit code, as the local host does.</summary>
internal static class Outcome
{
    public static void SetMeasuredAction(this Command command, Func<ParseResult, CancellationToken, Task> action) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var error = parsed.InvocationConfiguration.Error;
            try
            {
                await action(parsed, cancellationToken);
                return ExitCode.Success;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                await error.WriteLineAsync("Interrupted.");
                return ExitCode.Interrupted;
            }
            catch (UserErrorException failure)
            {
                await error.WriteLineAsync($"error: {failure.Message}");
                return ExitCode.UserError;
            }
        });
}
