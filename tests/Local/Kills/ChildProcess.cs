using System.Diagnostics;

namespace CommunityDemand.Tests.Local.Kills;

/// <summary>The built local host as a process of its own, which can be killed.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly string Executable = Path.Combine(
        AppContext.BaseDirectory, "CommunityDemand.Local" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    // The same flow on fewer origins and without the boosted model, so that most of the time goes to what the kills are about.
    private static readonly Dictionary<string, string> Quick = new()
    {
        ["Run__Engine__Boosting"] = "false",
        ["Run__Engine__BacktestOrigins"] = "1",
        ["Run__Horizon"] = "14",

        // A killed account has met other champions before: tonight's model must win in both.
        ["Run__PromotionTolerance"] = "10",
    };

    private readonly Process _process;
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> _output;
    private readonly List<string> _errors = [];

    private ChildProcess(string marker, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Quick) start.Environment[name] = value;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) return;
            _errors.Add(line.Data);
            if (line.Data.StartsWith(marker, StringComparison.Ordinal)) _reached.TrySetResult();
        };
        _process.Exited += (_, _) => _reached.TrySetResult();
        _process.Start();
        _process.BeginErrorReadLine();
        _output = _process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Starts it.</summary>
    /// <param name="marker">Beginning of the line on standard error that tells that the part to be killed begins.</param>
    public static ChildProcess Start(string marker, params IEnumerable<string> arguments) => new(marker, arguments);

    /// <summary>Waits for its end.</summary>
    /// <returns>The time from the marker to the end.</returns>
    public async Task<TimeSpan> FinishAsync(CancellationToken cancellationToken)
    {
        await _reached.Task.WaitAsync(cancellationToken);
        var started = Stopwatch.GetTimestamp();
        await _process.WaitForExitAsync(cancellationToken);
        _process.ExitCode.ShouldBe(0, $"{await _output}\n{string.Join('\n', _errors)}");
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Sends SIGKILL some time after the marker.</summary>
    /// <returns>False where it had ended by itself before.</returns>
    public async Task<bool> KillAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        await _reached.Task.WaitAsync(cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(delay);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            _process.ExitCode.ShouldBe(0, $"{await _output}\n{string.Join('\n', _errors)}");
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _process.Kill();
            await _process.WaitForExitAsync(cancellationToken);
            return true;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
