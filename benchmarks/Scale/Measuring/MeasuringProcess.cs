using System.Diagnostics;
using System.Text.Json;
using CommunityDemand.Local;

namespace CommunityDemand.Benchmarks.Scale.Measuring;

/// <summary>
/// Runs one case in a process of its own, so that its peak memory is nobody else's, with the garbage collector set as on a deployed
/// instance; variables of the environment such as <c>DOTNET_GCConserveMemory</c> go before.
/// </summary>
internal static class MeasuringProcess
{
    /// <exception cref="UserErrorException">The child failed, or ran longer than it may.</exception>
    public static Task<Measurement> MeasureAsync(ScaleCase scale, TimeSpan most, CancellationToken cancellationToken) =>
        MeasureAsync<Measurement>(ScaleCommand.MeasureArguments(scale), $"{scale.Series} series", most, cancellationToken);

    /// <summary>Runs this program with other arguments.</summary>
    /// <param name="arguments">Make it write its result on standard output, as JSON.</param>
    /// <param name="what">What is measured.</param>
    /// <exception cref="UserErrorException">The child failed, or ran longer than it may.</exception>
    public static async Task<T> MeasureAsync<T>(
        IReadOnlyList<string> arguments, string what, TimeSpan most, CancellationToken cancellationToken)
    {
        // Standard error is the child's own: its progress goes where ours would.
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Program(), .. arguments])
        {
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in CollectorSettings.OfInstance()) start.Environment.TryAdd(name, value);
        using var child = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(most);
        try
        {
            var output = await child.StandardOutput.ReadToEndAsync(limit.Token);
            await child.WaitForExitAsync(limit.Token);
            if (child.ExitCode == 0) return JsonSerializer.Deserialize<T>(output)!;
            throw new UserErrorException($"The process that measured {what} ended with {Describe(child.ExitCode)}. Measure fewer.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UserErrorException(
                $"{what} took more than {most.TotalMinutes:0} minutes. Allow more with --time-limit, or measure fewer.");
        }
        finally
        {
            if (!child.HasExited)
            {
                child.Kill(entireProcessTree: true);
                await child.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>The program's own file, where the process is the runtime's host and not the program.</summary>
    private static string[] Program() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? [typeof(MeasuringProcess).Assembly.Location]
        : [];

    private static string Describe(int exit) =>
        exit == 137 ? "SIGKILL (exit code 137): most likely it ran out of memory" : $"exit code {exit}";
}
