using System.Text.Json;
using Azure;
using Azure.Storage.Queues.Models;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Runs.Work;
using Microsoft.Extensions.Logging;

namespace CommunityDemand.Pipeline.Night;

/// <summary>
/// A single-process replacement for the Functions host: plans a run and processes queue <c>forecast-work</c> until the run is published
/// or failed. Messages are hidden while they are processed and return if the process ends. After <see cref="MostDequeues"/> failures, the
/// run fails.
/// </summary>
public sealed class QueueWorker
{
    /// <summary>Maximum number of attempts for a message before its run fails; equal to the default of the Functions host.</summary>
    public const int MostDequeues = 5;

    // Longer than a claim survives its holder: when a message returns, the claim has expired.
    private static readonly TimeSpan Hidden = RunClaim.Duration * 2;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Listening = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    private readonly NightlyRun _nightly;
    private readonly WorkQueue _queue;
    private readonly TimeProvider _time;
    private readonly ILogger<QueueWorker> _log;

    internal QueueWorker(NightlyRun nightly, WorkQueue queue, TimeProvider time, ILogger<QueueWorker> log) =>
        (_nightly, _queue, _time, _log) = (nightly, queue, time, log);

    /// <summary>
    /// Runs a night to its end. A run with existing results returns at once; an interrupted run continues where it stopped.
    /// </summary>
    /// <returns>The run, published or failed.</returns>
    public async Task<RunStatus> RunAsync(RunRequest request, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        var run = await _nightly.PlanAsync(request, progress, cancellationToken);
        using var poll = new PeriodicTimer(Poll, _time);
        var idleSince = _time.GetTimestamp();
        while (run.State is not (RunState.Published or RunState.Failed))
        {
            if (await WorkAsync(progress, cancellationToken))
            {
                idleSince = _time.GetTimestamp();
            }
            else if (_time.GetElapsedTime(idleSince) > Idle)
            {
                // Messages of a process that ended are still hidden; the work does not need to wait for them.
                await _nightly.ResumeAsync(run.Id, cancellationToken);
                idleSince = _time.GetTimestamp();
            }
            else
            {
                await poll.WaitForNextTickAsync(cancellationToken);
            }

            run = await _nightly.GetAsync(run.Id, cancellationToken)
                ?? throw new InvalidOperationException($"Run {run.Id} vanished from table Runs.");
        }

        return run;
    }

    /// <summary>Processes messages until cancelled. While storage is unavailable, it tries again.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        await _queue.Client.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        using var poll = new PeriodicTimer(Listening, _time);
        while (await poll.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                while (await WorkAsync(null, cancellationToken)) cancellationToken.ThrowIfCancellationRequested();
            }
            catch (RequestFailedException away)
            {
                _log.LogWarning(away, "Queue {Queue} does not answer", _queue.Client.Name);
            }
        }
    }

    private async Task<bool> WorkAsync(IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        if ((await _queue.Client.ReceiveMessageAsync(Hidden, cancellationToken)).Value is not { } message) return false;
        if (await ReadAsync(message, cancellationToken) is not { } item) return true;
        if (message.DequeueCount > MostDequeues)
        {
            await _nightly.GiveUpAsync(item, cancellationToken);
            await _queue.Client.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
            return true;
        }

        await ProcessAsync(message, item, progress, cancellationToken);
        return true;
    }

    // The Functions host sets invalid messages aside; here such a message would return forever and fail every run.
    private async Task<WorkItem?> ReadAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return WorkItem.Parse(message.MessageText);
        }
        catch (JsonException noWork)
        {
            _log.LogError(
                noWork, "Message {Id} of queue {Queue} is not a work item and was deleted", message.MessageId, _queue.Client.Name);
            await _queue.Client.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
            return null;
        }
    }

    private async Task ProcessAsync(
        QueueMessage message, WorkItem item, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        await using var lease = new MessageLease(_queue.Client, message, Hidden, _time, cancellationToken);
        try
        {
            await _nightly.ProcessAsync(item, progress, lease.Held);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            _log.LogWarning(
                failure, "{Item} of run {Run} failed (attempt {Attempt} of {Most})", item.District ?? item.Kind, item.RunId,
                message.DequeueCount, MostDequeues);
            await lease.ReturnAsync(cancellationToken);
            return;
        }

        await lease.CompleteAsync(cancellationToken);
    }
}
