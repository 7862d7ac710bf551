using Azure;
using Azure.Storage.Blobs.Models;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Keys;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>Commits what the content of a delivery means, as <see cref="DeliveryDecision"/> has it.</summary>
internal sealed class DeliveryAcceptor(
    IngestStorage storage, UploadLedger ledger, UploadCommitter committer, Harvester harvester, IdIndex ids, KnownServices services)
{
    /// <summary>Decides and commits, again for as long as others commit to the dataset in between.</summary>
    /// <param name="again">Weigh the rows anew even if nothing has changed.</param>
    public async Task<Acceptance> AcceptAsync(
        Delivery delivery, UploadContent content, MappingCatalogue catalogue, IngestMeter meter, bool again,
        CancellationToken cancellationToken)
    {
        using var keys = new RowKeySorter();
        Harvest? harvest = null;
        return await LedgerConflicts.Retry.ExecuteAsync(
            async cancel =>
            {
                var head = await ledger.ReadHeadAsync(delivery.File.Dataset, cancel);
                var known = await committer.FindPathAsync(delivery, cancel);
                var state = new DeliveryState(
                    delivery, content.Hash, again, harvest?.UploadId, known,
                    await committer.FindContentAsync(delivery, content.Hash, cancel));
                var decision = DeliveryDecision.Of(state);
                if (decision.ChecksBlob) await CheckCurrentAsync(delivery, cancel);
                switch (decision.Act)
                {
                    case DeliveryAct.None:
                        return new Acceptance([delivery.File.Path], Changed: true, HasNewIds: false);
                    case DeliveryAct.Touch:
                        await committer.TouchAsync(head, known!, delivery, cancel);
                        return new Acceptance([delivery.File.Path], Changed: false, HasNewIds: false);
                }

                var change = await committer.SupersedeAsync(state, decision, cancel);
                if (decision.Act == DeliveryAct.Duplicate)
                {
                    await committer.DuplicateAsync(head, change, state, catalogue.Digest, cancel);
                    return new Acceptance(change.Paths, Changed: true, HasNewIds: false);
                }

                harvest ??= await HarvestAsync(delivery, content, catalogue, meter, new RowSet(), keys, cancel);
                var schema = delivery.File.Schema!;
                var hasIds = schema.IdIndex >= 0;
                var duplicates = await ids.FindAsync(schema.Name, hasIds, keys, change.Leaving, cancel);
                if (!duplicates.Rows.SetEquals(harvest.Excluded))
                {
                    harvest = await HarvestAsync(delivery, content, catalogue, meter, duplicates.Rows, null, cancel);
                }

                var segment =
                    hasIds ? await ids.StoreAsync(schema.Name, keys, duplicates.Rows, change.Owner ?? harvest.UploadId, cancel) : null;
                await committer.AcceptAsync(head, change, delivery, content, harvest, segment, duplicates.Owners, catalogue.Digest, cancel);
                return new Acceptance(change.Paths, Changed: true, HasNewIds: segment is not null);
            },
            cancellationToken);
    }

    // Says that the delivery is overtaken as storage does where it finds out while reading.
    private async Task CheckCurrentAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (await Delivery.FindAsync(storage.Uploads, delivery.File.Path, cancellationToken) is { } now && now.Tag != delivery.Tag)
        {
            throw new RequestFailedException(
                412, $"'{delivery.File.Path}' was written anew.", BlobErrorCode.ConditionNotMet.ToString(), null);
        }
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
        await using var stored = await storage.OpenAsync(delivery, meter, cancellationToken);
        try
        {
            await using var rows = await RowSources.OpenAsync(stored, content, cancellationToken);
            return await harvester.ReadAsync(rows, delivery.File, catalogue, known, excluded, keys, cancellationToken);
        }
        catch (InvalidDataException damaged) when (stored.Failure is null)
        {
            throw new UnreadableUploadException(FileMessages.Damaged(), damaged);
        }
    }
}

/// <summary>What came of a content.</summary>
/// <param name="Paths">Paths of which the public table must be told.</param>
/// <param name="Changed">False where nothing was to do.</param>
/// <param name="HasNewIds">Whether ids were stored, which may be merged with others now.</param>
internal sealed record Acceptance(IReadOnlyList<string> Paths, bool Changed, bool HasNewIds);
