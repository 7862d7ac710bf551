using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.Night;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Local.Hosting;

/// <summary>One night in this process: runs it and shows its stages.</summary>
internal sealed class Night(QueueWorker worker, IProgressBoard board)
{
    // Usual shares of the stages in the total time, for one progress bar with a time left.
    private static readonly Dictionary<RunStage, (double Start, double End)> Shares = new()
    {
        [RunStage.Planning] = (0, 0.05),
        [RunStage.Training] = (0.05, 0.7),
        [RunStage.Districts] = (0.7, 0.8),
        [RunStage.Publishing] = (0.8, 1),
    };

    /// <summary>Runs to the end; a run that is already published returns at once.</summary>
    /// <exception cref="UserErrorException">The run failed; the message tells why.</exception>
    public async Task<RunStatus> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var run = await board.RunAsync("Forecasting the night", step => worker.RunAsync(request, new Relay(step), cancellationToken));
        if (run.State == RunState.Published) return run;
        var why = run.Message is { } told ? MessageTexts.English.Render(told) : "The log has the details.";
        throw new UserErrorException($"Run {run.Id} failed: {why}");
    }

    private sealed class Relay(IProgress<StepProgress> step) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            var (start, end) = Shares[value.Stage];
            var done = value.Total > 0 ? (double)value.Done / value.Total : 0;
            step.Report(new StepProgress(start + ((end - start) * done), value.Step));
        }
    }
}
