using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Keys;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Quarantine;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>
/// Ingests one state of one blob: read it (twice, streaming), store facts under names that nothing knows yet, commit to the ledger what
/// counts, tell the public table. Only the commit makes a difference to readers, so that a crash anywhere leaves all or nothing.
/// </summary>
internal sealed class DeliveryIngestor(
    IngestStorage storage,
    UploadCommitter committer,
    UploadsTable uploads,
    DeliveryAcceptor acceptor,
    IdCompactor compactor,
    MappingStore mappings)
{
    private const int MostFaults = 4;

    /// <summary>Ingests a delivery.</summary>
    /// <param name="again">Read it even if nothing has changed, because what it was weighed against has.</param>
    public async Task<UploadAccount> IngestAsync(Delivery delivery, IngestMeter meter, bool again, CancellationToken cancellationToken)
    {
        meter.Begin(delivery);
        var catalogue = await mappings.LoadAsync(cancellationToken);
        var known = await committer.FindPathAsync(delivery, cancellationToken);
        if (known is not null && !again && DeliveryDecision.IsDone(known, delivery, catalogue.Digest))
        {
            if (known.Pending) await uploads.ProjectAsync(known.PartitionKey, known.Path, cancellationToken);
            meter.End();
            return known.ToAccount(changed: false);
        }

        UploadAccount account;
        try
        {
            if (delivery.File.Fault() is { } fault) throw new UnreadableUploadException(fault);
            await using var stored = await storage.OpenAsync(delivery, meter, cancellationToken);
            var hints = catalogue.HintsFor(delivery.File.Schema, delivery.File.Name);
            var content = await UploadContent.InspectAsync(stored, delivery.File, cancellationToken, hints);
            if (catalogue.GoesByName(delivery.File)) content = await TellApartAsync(delivery, content, catalogue, meter, cancellationToken);
            var accepted = await acceptor.AcceptAsync(delivery, content, catalogue, meter, again, cancellationToken);
            account = await ProjectAsync(delivery, accepted.Paths, accepted.Changed, cancellationToken);
            if (accepted.HasNewIds) await compactor.RunAsync(delivery.File.Dataset, cancellationToken);
        }
        catch (UnreadableUploadException unreadable)
        {
            // A mapping that is broken may be the one that was meant for it.
            var faults = unreadable.HasForeignHeader ? catalogue.Faults.Take(MostFaults) : [];
            account = await RejectAsync(delivery, [unreadable.Reason, .. faults], catalogue, cancellationToken);
        }

        meter.End();
        return account;
    }

    // One content under two names that mappings tell apart is two things: each has its own hash.
    private async Task<UploadContent> TellApartAsync(
        Delivery delivery, UploadContent content, MappingCatalogue catalogue, IngestMeter meter, CancellationToken cancellationToken)
    {
        await using var stored = await storage.OpenAsync(delivery, meter, cancellationToken);
        await using var rows = await RowSources.OpenAsync(stored, content, cancellationToken);
        var mapping = catalogue.Find(delivery.File.Schema!, delivery.File.Name, rows.Header);
        return mapping?.FilePattern is null ? content : content.ReadBy(mapping.Source);
    }

    private async Task<UploadAccount> RejectAsync(
        Delivery delivery, IReadOnlyList<Message> why, MappingCatalogue catalogue, CancellationToken cancellationToken)
    {
        await using var quarantine = new QuarantineWriter(
            storage.Quarantine, $"{delivery.File.Dataset}/{UploadId.New()}.csv", delivery.File.Path);
        await quarantine.AddAsync(0, null, "", Rejection.Of(why), "", cancellationToken);
        await quarantine.CompleteAsync(cancellationToken);
        var change = await LedgerConflicts.Retry.ExecuteAsync(
            async cancel => await committer.RejectAsync(delivery, why, quarantine.Name!, catalogue.Digest, cancel), cancellationToken);
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
}
