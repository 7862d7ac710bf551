using Azure;
using Azure.Storage.Blobs.Models;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Keys;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Quarantine;
using CommunityDemand.Pipeline.Ingest.Rows;
using Polly;
using Polly.Retry;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>
/// Ingests one state of one blob: read it (twice, streaming), store facts under names that nothing knows yet, commit to the ledger what
/// counts, tell the public table. Only the commit makes a difference to readers, so that a crash anywhere leaves all or nothing.
/// </summary>
internal sealed class DeliveryIngestor(
    IngestStorage storage,
    UploadLedger ledger,
    UploadCommitter committer,
    UploadsTable uploads,
    Harvester harvester,
    IdIndex ids,
    IdCompactor compactor,
    MappingStore mappings,
    KnownServices services)
{
    private const int ReadBufferBytes = 4 << 20;

    // Two instances that commit to one dataset at the same time: the second looks again.
    private static readonly ResiliencePipeline Conflicts = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<LedgerConflictException>(),
            MaxRetryAttempts = 20,
            Delay = TimeSpan.FromMilliseconds(50),
            MaxDelay = TimeSpan.FromSeconds(5),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    /// <summary>Ingests a delivery.</summary>
    /// <param name="again">Read it even if nothing has changed, because what it was weighed against has.</param>
    public async Task<UploadAccount> IngestAsync(Delivery delivery, IngestMeter meter, bool again, CancellationToken cancellationToken)
    {
        meter.Begin(delivery);
        var catalogue = await mappings.LoadAsync(cancellationToken);
        var known = await committer.FindPathAsync(delivery, cancellationToken);
        if (known is not null && !again && IsDone(known, delivery, catalogue))
        {
            if (known.Pending) await uploads.ProjectAsync(known.PartitionKey, known.Path, cancellationToken);
            meter.End();
            return known.ToAccount(changed: false);
        }

        UploadAccount account;
        try
        {
            if (delivery.File.Fault() is { } fault) throw new UnreadableUploadException(fault);
            await using var stored = await OpenAsync(delivery, meter, cancellationToken);
            var content = await UploadContent.InspectAsync(stored, delivery.File, cancellationToken);
            if (catalogue.GoesByName(delivery.File)) content = await TellApartAsync(delivery, content, catalogue, meter, cancellationToken);
            account = await AcceptAsync(delivery, content, catalogue, meter, again, cancellationToken);
        }
        catch (UnreadableUploadException unreadable)
        {
            // A mapping that is broken may be the one that was meant for it.
            var faults = unreadable.HasForeignHeader ? catalogue.Faults : [];
            account = await RejectAsync(delivery, string.Join(' ', faults.Prepend(unreadable.Message)), catalogue, cancellationToken);
        }

        meter.End();
        return account;
    }

    /// <summary>Whether the ledger knows all there is to know of a delivery.</summary>
    public static bool IsDone(PathRow known, Delivery delivery, MappingCatalogue catalogue) =>
        known.BlobTag == delivery.Tag && (known.Status != nameof(UploadStatus.Rejected) || known.Rules == catalogue.Digest);

    private async Task<UploadAccount> AcceptAsync(
        Delivery delivery, UploadContent content, MappingCatalogue catalogue, IngestMeter meter, bool again, CancellationToken cancellationToken)
    {
        using var keys = new RowKeySorter();
        Harvest? harvest = null;
        var changed = true;
        var merge = false;
        var told = await Conflicts.ExecuteAsync(
            async cancel =>
            {
                var head = await ledger.ReadHeadAsync(delivery.File.Dataset, cancel);
                var path = await committer.FindPathAsync(delivery, cancel);
                if (path is not null && path.BlobTag != delivery.Tag) await CheckCurrentAsync(delivery, cancel);
                if (harvest is not null && path?.UploadId == harvest.UploadId) return [path.Path];
                // Uploaded again, rows that were rejected are tried again: mappings, services and today's date may have changed since.
                var isSettled = path is not null && (path.Rejected == 0 || path.BlobTag == delivery.Tag);
                if (isSettled && path!.Content == content.Hash && !again)
                {
                    changed = false;
                    await committer.TouchAsync(head, path, delivery, cancel);
                    return [path.Path];
                }

                var change = await committer.SupersedeAsync(path, delivery, content.Hash, keepOwner: again, cancel);
                var owner = await committer.FindContentAsync(delivery, content.Hash, cancel);
                if (owner is not null && owner.Path != delivery.File.Path)
                {
                    await committer.DuplicateAsync(head, change, delivery, content.Hash, owner, catalogue.Digest, cancel);
                    return change.Paths;
                }

                harvest ??= await HarvestAsync(delivery, content, catalogue, meter, new RowSet(), keys, cancel);
                var schema = delivery.File.Schema!;
                var hasIds = schema.IdColumn is not null;
                var duplicates = await ids.FindAsync(schema.Name, hasIds, keys, change.Leaving, cancel);
                if (!duplicates.Rows.SetEquals(harvest.Excluded))
                {
                    harvest = await HarvestAsync(delivery, content, catalogue, meter, duplicates.Rows, null, cancel);
                }

                var segment = hasIds ? await ids.StoreAsync(schema.Name, keys, duplicates.Rows, change.Owner ?? harvest.UploadId, cancel) : null;
                await committer.AcceptAsync(head, change, delivery, content, harvest, segment, duplicates.Owners, catalogue.Digest, cancel);
                merge = segment is not null;
                return change.Paths;
            },
            cancellationToken);
        var account = await ProjectAsync(delivery, told, changed, cancellationToken);
        if (merge) await compactor.RunAsync(delivery.File.Dataset, cancellationToken);
        return account;
    }

    // What the path holds in the ledger may be newer than this delivery. Says so as storage does where it finds out while reading.
    private async Task CheckCurrentAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (await Delivery.FindAsync(storage.Uploads, delivery.File.Path, cancellationToken) is { } now && now.Tag != delivery.Tag)
        {
            throw new RequestFailedException(412, $"'{delivery.File.Path}' was written anew.", BlobErrorCode.ConditionNotMet.ToString(), null);
        }
    }

    // One content under two names that mappings tell apart is two things: each has its own hash.
    private async Task<UploadContent> TellApartAsync(
        Delivery delivery, UploadContent content, MappingCatalogue catalogue, IngestMeter meter, CancellationToken cancellationToken)
    {
        await using var stored = await OpenAsync(delivery, meter, cancellationToken);
        await using var rows = await RowSources.OpenAsync(stored, delivery.File, content.Encoding, cancellationToken);
        var mapping = catalogue.Find(delivery.File.Schema!, delivery.File.Name, rows.Header);
        return mapping?.FilePattern is null ? content : content.ReadBy(mapping.Source);
    }

    private async Task<UploadAccount> RejectAsync(
        Delivery delivery, string message, MappingCatalogue catalogue, CancellationToken cancellationToken)
    {
        await using var quarantine = new QuarantineWriter(
            storage.Quarantine, $"{delivery.File.Dataset}/{UploadId.New()}.csv", delivery.File.Path);
        await quarantine.AddAsync(0, "", message, "", cancellationToken);
        await quarantine.CompleteAsync(cancellationToken);
        var change = await Conflicts.ExecuteAsync(
            async cancel => await committer.RejectAsync(delivery, message, quarantine.Name!, catalogue.Digest, cancel), cancellationToken);
        return await ProjectAsync(delivery, change.Paths, changed: true, cancellationToken);
    }

    private async Task<UploadAccount> ProjectAsync(
        Delivery delivery, IReadOnlyList<string> paths, bool changed, CancellationToken cancellationToken)
    {
        PathRow? own = null;
        foreach (var path in paths)
        {
            var row = await uploads.ProjectAsync(delivery.File.Dataset, path, cancellationToken);
            if (path == delivery.File.Path) own = row;
        }

        return own!.ToAccount(changed);
    }

    private async Task<Harvest> HarvestAsync(
        Delivery delivery,
        UploadContent content,
        MappingCatalogue catalogue,
        IngestMeter meter,
        RowSet excluded,
        RowKeySorter? keys,
        CancellationToken cancellationToken)
    {
        var known = await services.LoadAsync(cancellationToken);
        var stored = await OpenAsync(delivery, meter, cancellationToken);
        try
        {
            await using var rows = await RowSources.OpenAsync(stored, delivery.File, content.Encoding, cancellationToken);
            return await harvester.ReadAsync(rows, delivery.File, catalogue, known, excluded, keys, cancellationToken);
        }
        catch (InvalidDataException damaged) when (stored.Failure is null)
        {
            throw new UnreadableUploadException($"The file is damaged: {damaged.Message}", damaged);
        }
        finally
        {
            await stored.DisposeAsync();
        }
    }

    private async Task<MeteredStream> OpenAsync(Delivery delivery, IngestMeter meter, CancellationToken cancellationToken)
    {
        var options = new BlobOpenReadOptions(allowModifications: false)
        {
            BufferSize = ReadBufferBytes,
            Conditions = new BlobRequestConditions { IfMatch = new ETag($"\"{delivery.Tag}\"") },
        };
        return new MeteredStream(await storage.Uploads.GetBlobClient(delivery.File.Path).OpenReadAsync(options, cancellationToken), meter.Read);
    }
}
