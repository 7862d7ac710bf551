using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Runs.Work;

/// <summary>A lease that keeps a message hidden from other workers while it is processed.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private readonly QueueClient _queue;
    private readonly string _id;
    private readonly TimeSpan _hidden;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationToken _caller;
    private readonly Task _renewing;
    private string _receipt;

    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan hidden, TimeProvider time, CancellationToken cancellationToken)
    {
        (_queue, _id, _receipt, _hidden, _time, _caller) = (queue, message.MessageId, message.PopReceipt, hidden, time, cancellationToken);
        _lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _renewing = RenewAsync();
    }

    /// <summary>Cancelled when the message is lost to another worker or the caller's token is cancelled.</summary>
    public CancellationToken Held => _lost.Token;

    /// <summary>Completes the work: deletes the message.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await StopAsync();
        await UnlessLostAsync(() => _queue.DeleteMessageAsync(_id, _receipt, cancellationToken));
    }

    /// <summary>Returns failed work: shows the message again after a moment.</summary>
    public async Task ReturnAsync(CancellationToken cancellationToken)
    {
        await StopAsync();
        await UnlessLostAsync(() =>
            _queue.UpdateMessageAsync(_id, _receipt, visibilityTimeout: TimeSpan.FromSeconds(1), cancellationToken: cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _lost.Dispose();
    }

    // If another worker has the message, that worker ends it.
    private static async Task UnlessLostAsync(Func<Task> end)
    {
        try
        {
            await end();
        }
        catch (RequestFailedException lost) when (StorageFaults.IsMissing(lost) || lost.ErrorCode == QueueErrorCode.PopReceiptMismatch)
        {
        }
    }

    private async Task StopAsync()
    {
        await _lost.CancelAsync();
        await _renewing;
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(_hidden / 4, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_lost.Token))
            {
                // Not cancelled when the work ends: this call may change the receipt of the message, which the end needs.
                var update = await _queue.UpdateMessageAsync(_id, _receipt, visibilityTimeout: _hidden, cancellationToken: _caller);
                _receipt = update.Value.PopReceipt;
            }
        }
        catch (OperationCanceledException) when (_lost.IsCancellationRequested || _caller.IsCancellationRequested)
        {
            // The work is done, or the caller stops.
        }
        catch (Exception failure) when (StorageFaults.IsFailure(failure))
        {
            // Another worker has the message, or soon will. Repeated work gives the same result, but is unnecessary.
            await _lost.CancelAsync();
        }
    }
}
