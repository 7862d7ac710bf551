using Azure;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>
/// The exclusive right of one worker to publish a run: a row with an expiry time that the holder keeps extending. It expires if the
/// holder ends abnormally, before the queue shows the holder's message again (the visibility timeout of the host is longer than
/// <see cref="Duration"/>).
/// </summary>
internal sealed class RunClaim : IAsyncDisposable
{
    /// <summary>Time after which the claim of an ended holder expires.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(20);

    private const string Partition = "claim";
    private const string Owner = "Owner";

    private readonly TableClient _runs;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _lost;
    private readonly Task _renewing;
    private TableEntity _row;

    private RunClaim(TableClient runs, TableEntity row, TimeProvider time, CancellationToken cancellationToken)
    {
        (_runs, _row, _time) = (runs, row, time);
        _lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _renewing = RenewAsync();
    }

    /// <summary>Cancelled when the claim is lost or the caller's token is cancelled.</summary>
    public CancellationToken Held => _lost.Token;

    /// <summary>Takes the claim; null while another worker holds it.</summary>
    public static async Task<RunClaim?> TryTakeAsync(TableClient runs, string run, TimeProvider time, CancellationToken cancellationToken)
    {
        var standing = await runs.GetEntityIfExistsAsync<TableEntity>(Partition, run, cancellationToken: cancellationToken);
        if (standing.HasValue && standing.Value!.GetDateTimeOffset("Until") > time.GetUtcNow()) return null;
        var row = Row(run, Guid.NewGuid().ToString("N"), time);
        return await TryWriteAsync(runs, row, standing.HasValue ? standing.Value!.ETag : null, cancellationToken)
            ? new RunClaim(runs, row, time, cancellationToken)
            : null;
    }

    /// <summary>Releases the claim.</summary>
    public async ValueTask DisposeAsync()
    {
        await _lost.CancelAsync();
        await _renewing;
        _lost.Dispose();
        try
        {
            await _runs.DeleteEntityAsync(Partition, _row.RowKey, _row.ETag, CancellationToken.None);
        }
        catch (RequestFailedException taken) when (StorageFaults.IsConflict(taken) || StorageFaults.IsMissing(taken))
        {
            // The claim had expired, and another worker holds it now.
        }
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(Duration / 4, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_lost.Token))
            {
                var row = Row(_row.RowKey, _row.GetString(Owner), _time);
                if (!await TryWriteAsync(_runs, row, _row.ETag, _lost.Token)) break;
                _row = row;
            }
        }
        catch (OperationCanceledException) when (_lost.IsCancellationRequested)
        {
            // The claim was released, or the caller stops.
        }
        catch (Exception failure) when (StorageFaults.IsFailure(failure))
        {
            // The claim will expire.
        }

        // A worker without its claim must stop, and its work is cancelled; the next holder of the claim does the rest.
        await _lost.CancelAsync();
    }

    private static TableEntity Row(string run, string owner, TimeProvider time) =>
        new(Partition, run) { ["Until"] = time.GetUtcNow() + Duration, [Owner] = owner };

    // Replaces the row that was read, or inserts one where there was none.
    private static async Task<bool> TryWriteAsync(TableClient runs, TableEntity row, ETag? before, CancellationToken cancellationToken)
    {
        try
        {
            var written = before is { } read
                ? await runs.UpdateEntityAsync(row, read, TableUpdateMode.Replace, cancellationToken)
                : await runs.AddEntityAsync(row, cancellationToken);
            row.ETag = written.Headers.ETag!.Value;
            return true;
        }
        catch (RequestFailedException other) when (StorageFaults.IsConflict(other))
        {
            // A write whose answer was lost is sent again and then finds its own row.
            var first = await runs.GetEntityIfExistsAsync<TableEntity>(Partition, row.RowKey, cancellationToken: cancellationToken);
            if (!first.HasValue || first.Value!.GetString(Owner) != row.GetString(Owner)) return false;
            row.ETag = first.Value.ETag;
            return true;
        }
    }
}
