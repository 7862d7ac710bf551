namespace CommunityDemand.Pipeline.Runs;

/// <summary>The nightly run: plan, forecast by district, publish. Every step may be repeated and gives the same tables.</summary>
public interface INightlyForecast
{
    /// <summary>Registers a run and queues its planning; returns at once. A run with existing results is returned unchanged.</summary>
    Task<RunStatus> StartAsync(RunRequest request, CancellationToken cancellationToken);

    /// <summary>Registers a run and plans it in this call: panel, training, and one queue message for each district.</summary>
    Task<RunStatus> PlanAsync(RunRequest request, CancellationToken cancellationToken);

    /// <summary>Processes one message; the message that completes the run publishes it.</summary>
    Task ProcessAsync(WorkItem item, CancellationToken cancellationToken);

    /// <summary>
    /// Ends the run of a message that failed on every attempt, so that the failure is visible; the tables of the previous run stay.
    /// Finished and unknown runs are ignored.
    /// </summary>
    Task GiveUpAsync(WorkItem item, CancellationToken cancellationToken);

    /// <summary>The status of a run; null where there is no such run.</summary>
    Task<RunStatus?> GetAsync(string runId, CancellationToken cancellationToken);
}
