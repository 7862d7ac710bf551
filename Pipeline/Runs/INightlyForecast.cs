namespace CommunityDemand.Pipeline.Runs;

/// <summary>The nightly run: plan, forecast by district, publish. Every step may be repeated and gives the same tables.</summary>
public interface INightlyForecast
{
    /// <summary>Registers a run and queues its planning; returns at once. A run whose result already stands comes back as it is.</summary>
    Task<RunStatus> StartAsync(RunRequest request, CancellationToken cancellationToken);

    /// <summary>Registers a run and plans it here and now: panel, training, one queue message a district.</summary>
    Task<RunStatus> PlanAsync(RunRequest request, CancellationToken cancellationToken);

    /// <summary>Does the work of one message; the one that completes the run publishes it.</summary>
    Task ProcessAsync(WorkItem item, CancellationToken cancellationToken);

    /// <summary>
    /// Ends the run of a message that failed every time, so that its failure shows; the tables of the run before stay. A run that has ended
    /// already, or that nobody knows, is left alone.
    /// </summary>
    Task GiveUpAsync(WorkItem item, CancellationToken cancellationToken);

    /// <summary>A run's state; null where there is no such run.</summary>
    Task<RunStatus?> GetAsync(string runId, CancellationToken cancellationToken);
}
