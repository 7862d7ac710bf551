using System.Diagnostics;
using System.Text.Json;
using CommunityDemand.Benchmarks.Scale.Measuring;

namespace CommunityDemand.Benchmarks.Hostile;

/// <summary>Reads each file in a process of its own, so that none can take this one with it and the memory is nobody else's.</summary>
internal static class ReadingProcess
{
    public static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);

    public const long MostMemory = 600L << 20;

    /// <param name="arguments">Make this program write its result on standard output, as JSON.</param>
    public static async Task<Reading> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var program = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [typeof(ReadingProcess).Assembly.Location]
            : Array.Empty<string>();
        var start = new ProcessStartInfo(
            Environment.ProcessPath!, [.. program, .. arguments])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in CollectorSettings.OfInstance()) start.Environment.TryAdd(name, value);
        var began = TimeProvider.System.GetTimestamp();
        using var child = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(2 * MostTime);
        try
        {
            var errors = child.StandardError.ReadToEndAsync(limit.Token);
            var output = await child.StandardOutput.ReadToEndAsync(limit.Token);
            await child.WaitForExitAsync(limit.Token);
            var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            if (child.ExitCode == 0) return JsonSerializer.Deserialize<Reading>(output)! with { Seconds = seconds };
            var first = (await errors).Split('\n').FirstOrDefault(line => line.Length > 0) ?? "";
            return new Reading(0, 0, null, $"exit code {child.ExitCode}: {first}", seconds, 0);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Reading(0, 0, null, $"still reading after {2 * MostTime.TotalSeconds} s", 2 * MostTime.TotalSeconds, 0);
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
}
