using Azure;
using Azure.Storage.Blobs.Models;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Keys;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>
/// Commits what the content of a delivery means, as <see cref="DeliveryDecision"/> has it, and puts fact files where the commit has them.
/// </summary>
internal sealed class DeliveryAcceptor(
    IngestStorage storage,
    UploadLedger ledger,
    UploadCommitter committer,
    Harvester harvester,
    RowWeigher weigher,
    OverlapFinder overlaps,
    FactPlaces places,
    KnownServices services,
    NameJudge names)
{
    /// <summary>Decides and commits, again for as long as others commit to the dataset in between.</summary>
    /// <param name="again">Weigh the rows anew even if nothing has changed.</param>
    public async Task<Acceptance> AcceptAsync(
        Delivery delivery, UploadContent content, MappingCatalogue catalogue, IngestMeter meter, bool again,
        CancellationToken cancellationToken)
    {
        using var reading = new UploadReading(
            delivery.File, content, catalogue, await services.LoadAsync(cancellationToken),
            async cancel => await storage.OpenAsync(delivery, meter, cancel));
        var (change, acceptance) = await LedgerConflicts.Retry.ExecuteAsync(
            async cancel => await TryAsync(delivery, reading, again, cancel), cancellationToken);
        if (change is not null) await PlaceAsync(change, cancellationToken);
        return acceptance;
    }

    private async Task<(LedgerChange? Change, Acceptance Acceptance)> TryAsync(
        Delivery delivery, UploadReading reading, bool again, CancellationToken cancellationToken)
    {
        var content = reading.Content;
        var head = await ledger.ReadHeadAsync(delivery.File.Dataset, cancellationToken);
        var known = await committer.FindPathAsync(delivery, cancellationToken);
        var counting = await committer.FindContentAsync(delivery, content.Hash, cancellationToken);
        var state = new DeliveryState(delivery, content.Hash, again, reading.Harvest?.UploadId, known, counting);
        var decision = DeliveryDecision.Of(state);
        if (decision.ChecksBlob) await CheckCurrentAsync(delivery, cancellationToken);
        switch (decision.Act)
        {
            case DeliveryAct.None:
                return (null, new Acceptance([delivery.File.Path], Changed: true, HasNewIds: false));
            case DeliveryAct.Touch:
                await committer.TouchAsync(head, known!, delivery, cancellationToken);
                return (null, new Acceptance([delivery.File.Path], Changed: false, HasNewIds: false));
        }

        var change = await committer.SupersedeAsync(state, decision, cancellationToken);
        if (decision.Act == DeliveryAct.Accept) return await CountAsync(reading, head, change, state, cancellationToken);
        await committer.DuplicateAsync(head, change, state, reading.Catalogue.Digest, cancellationToken);
        return (change, new Acceptance(change.Paths, Changed: true, HasNewIds: false));
    }

    // Commits the facts, unless they seem to count already.
    private async Task<(LedgerChange Change, Acceptance Acceptance)> CountAsync(
        UploadReading reading, HeadRow head, LedgerChange change, DeliveryState state, CancellationToken cancellationToken)
    {
        var (delivery, schema, rules) = (state.Delivery, reading.File.Schema!, reading.Catalogue.Digest);
        var (harvest, weighed) = await reading.HarvestAsync(
            harvester, memory => weigher.WeighAsync(schema, memory, change.Leaving, cancellationToken), cancellationToken);
        change.Doubts.AddRange(weighed.Doubts);
        change.Doubts.AddRange(await names.DoubtsAsync(harvest.Similar, cancellationToken));
        change.Assumptions.AddRange(await names.JoinedAsync(schema.Name, harvest.Spelt, change.Leaving, cancellationToken));
        var overlap = schema.IsSummed && harvest.Overlap != OverlapRule.Add ? await overlaps
            .FindAsync(harvest, change.Leaving, cancellationToken) : null;
        switch (harvest.Overlap)
        {
            case OverlapRule.Refuse when overlap is not null:
                throw new UnreadableUploadException(overlap.Refused());
            case OverlapRule.Hold when overlap is { Agrees: true }:
                var held = await committer.HoldAsync(
                    head, state, reading.Content, harvest, overlap, change.Doubts, rules, cancellationToken);
                return (held, new Acceptance(held.Paths, Changed: true, HasNewIds: false));
            case OverlapRule.Hold when overlap is not null:
                change.Doubts.Add(overlap.Added());
                break;
        }

        var segment = await weigher.StoreIdsAsync(
            schema, reading.Memory, weighed.Excluded, change.Owner ?? harvest.UploadId, cancellationToken);
        await committer.AcceptAsync(head, change, delivery, reading.Content, harvest, segment, weighed.Owners, rules, cancellationToken);
        return (change, new Acceptance(change.Paths, Changed: true, HasNewIds: segment is not null));
    }

    // Files that are replaced go first: a reader of the container may miss facts for a moment, and never counts them twice. A crash leaves
    // the rest to the sweep.
    private async Task PlaceAsync(LedgerChange change, CancellationToken cancellationToken)
    {
        foreach (var dead in change.Retired) await places.WithdrawAsync(change.Dataset, dead.UploadId, dead.Parts, cancellationToken);
        if (change.Live is { } live) await places.PublishAsync(change.Dataset, live, cancellationToken);
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
}

/// <summary>What came of a content.</summary>
/// <param name="Paths">Paths of which the public table must be told.</param>
/// <param name="Changed">False where nothing was to do.</param>
/// <param name="HasNewIds">Whether ids were stored, which may be merged with others now.</param>
internal sealed record Acceptance(IReadOnlyList<string> Paths, bool Changed, bool HasNewIds);
