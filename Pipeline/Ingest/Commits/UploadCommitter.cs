using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Ingest.Commits;

/// <summary>What an upload means for the ledger, decided on what the ledger says now.</summary>
internal sealed class UploadCommitter(UploadLedger ledger, TimeProvider time)
{
    // A transaction takes 100 rows and 4 MiB, and a correction removes as many rows as it puts.
    private const int MostNeeds = 24;
    private const int MostDays = 16;

    /// <summary>
    /// Commits that an upload could not be read. Facts that its path brought before stay: a broken transfer must not erase a month.
    /// </summary>
    public async Task<LedgerChange> RejectAsync(
        Delivery delivery, IReadOnlyList<Message> why, string quarantine, string rules, CancellationToken cancellationToken)
    {
        var dataset = delivery.File.Dataset;
        var head = await ledger.ReadHeadAsync(dataset, cancellationToken);
        var former = await FindPathAsync(delivery, cancellationToken);
        var row = PathRows.Of(delivery, UploadStatus.Rejected, rules, time.GetUtcNow());
        row.Message = Rejection.Bounded(former?.Owner is null ? why : [.. why, UploadMessages.FormerFactsCount()]);
        row.Quarantine = quarantine;
        row.Accepted = former?.Accepted;
        row.Owner = former?.Owner;
        var change = new LedgerChange(dataset);
        change.Put(row);
        await ledger.CommitAsync(head, change, cancellationToken);
        return change;
    }

    /// <summary>
    /// Commits that an upload waits for a mapping that says how its sums count beside those of others. Its good rows stand as duplicates
    /// in the account; facts that its path brought before stay.
    /// </summary>
    public async Task<LedgerChange> HoldAsync(
        HeadRow head,
        DeliveryState state,
        UploadContent content,
        Harvest harvest,
        Overlap overlap,
        IEnumerable<Message> doubts,
        string rules,
        CancellationToken cancellationToken)
    {
        var change = new LedgerChange(state.Delivery.File.Dataset);
        var row = PathRows.Of(state.Delivery, UploadStatus.Held, rules, time.GetUtcNow());
        PathRows.Describe(row, content, harvest, doubts);
        row.Kept = 0;
        row.Duplicates += harvest.Tally.Kept;
        row.Reasons = [.. row.Reasons, new MessageRows(UploadMessages.Held(), harvest.Tally.Kept)];
        row.Message = Rejection.Bounded(
            state.Known?.Owner is null ? [overlap.Held()] : [overlap.Held(), UploadMessages.FormerFactsCount()]);
        row.HeldBy = string.Join(' ', overlap.Owners);
        row.Accepted = state.Known?.Accepted;
        row.Owner = state.Known?.Owner;
        change.Put(row);
        await ledger.CommitAsync(head, change, cancellationToken);
        return change;
    }

    /// <summary>Commits that a path has a content which it had before: only the blob's tag and time are new.</summary>
    public async Task TouchAsync(HeadRow head, PathRow path, Delivery delivery, CancellationToken cancellationToken)
    {
        var change = new LedgerChange(delivery.File.Dataset);
        path.BlobTag = delivery.Tag;
        path.Modified = delivery.Modified;
        change.Put(path);
        var owner = path.Owner ?? (await FindContentAsync(delivery, path.Content!, cancellationToken))?.Owner;
        if (owner is not null && await FindLiveAsync(delivery.File.Dataset, owner, cancellationToken) is { } live)
            Renew(change, live, delivery);
        await ledger.CommitAsync(head, change, cancellationToken);
    }

    /// <summary>Begins a change by which a path gets a content: whatever it replaces stops counting.</summary>
    public async Task<LedgerChange> SupersedeAsync(DeliveryState state, DeliveryDecision decision, CancellationToken cancellationToken)
    {
        var change = new LedgerChange(state.Delivery.File.Dataset);
        switch (decision.Supersedes)
        {
            case SupersededFacts.Own:
                await RetireAsync(change, state.Known!.Owner!, cancellationToken);
                if (decision.KeepsOwner) change.Owner = change.Leaving.SingleOrDefault();
                break;
            case SupersededFacts.Shared when await FindContentAsync(
                state.Delivery, state.Known!.Accepted!, cancellationToken) is { } shared:
                await RetireAsync(change, shared.Owner, cancellationToken);
                await DisplaceAsync(change, shared.Path, by: state.Delivery.File.Path, cancellationToken);
                break;
        }

        return change;
    }

    /// <summary>Commits that the content counts already under another path.</summary>
    public async Task DuplicateAsync(
        HeadRow head, LedgerChange change, DeliveryState state, string rules, CancellationToken cancellationToken)
    {
        var (delivery, owner) = (state.Delivery, state.Counting!);
        var live = await FindLiveAsync(delivery.File.Dataset, owner.Owner, cancellationToken);
        var row = PathRows.Of(delivery, UploadStatus.Duplicate, rules, time.GetUtcNow());
        row.Content = row.Accepted = state.Content;
        row.Read = row.Duplicates = live?.Read ?? 0;
        if (row.Read > 0) row.Reasons = [new MessageRows(UploadMessages.SameContent(), row.Read)];
        row.Message = UploadMessages.CountsAs(owner.Path);
        change.Put(row);
        if (live is not null) Renew(change, live, delivery);
        await ledger.CommitAsync(head, change, cancellationToken);
    }

    /// <summary>Commits the facts of an upload.</summary>
    public async Task AcceptAsync(
        HeadRow head,
        LedgerChange change,
        Delivery delivery,
        UploadContent content,
        Harvest harvest,
        SegmentRow? segment,
        IReadOnlySet<ulong> others,
        string rules,
        CancellationToken cancellationToken)
    {
        var row = PathRows.Of(delivery, UploadStatus.Ingested, rules, time.GetUtcNow());
        PathRows.Describe(row, content, harvest, change.Doubts);
        row.Assumptions = [.. row.Assumptions, .. change.Assumptions];
        row.Accepted = content.Hash;
        var owner = change.Owner ?? harvest.UploadId;
        row.Owner = owner;
        change.Put(row);
        // Should more than 190,000 uploads have ids of this one, the rest go unrecorded.
        var needs = others.Order().Chunk(NeedRow.MostOwners).Take(MostNeeds).ToArray();
        var days = harvest.Days.ToBytes().Chunk(DaysRow.MostBytes).ToArray();
        // Days of more communities than any city has stay in the fact files, to be read there.
        // The days of an upload tell its periods only where these have one length.
        if (days.Length > MostDays || !harvest.Demand.IsPure) days = [];
        var live = new LiveRow
        {
            Owner = owner,
            UploadId = harvest.UploadId,
            Path = delivery.File.Path,
            Content = content.Hash,
            Modified = delivery.Modified,
            Read = harvest.Tally.Read,
            Kept = harvest.Tally.Kept,
            Unidentified = harvest.Unidentified,
            Replaces = harvest.Overlap == OverlapRule.Replace,
            Parts = harvest.Parts,
            FirstDay = row.FirstDay,
            LastDay = row.LastDay,
            Demand = harvest.Demand.ByPeriod.Count == 0 ? null : harvest.Demand.ToString(),
            Spelt = harvest.Spelt,
            Needs = needs.Length,
            Days = days.Length,
        };
        change.Put(live);
        if (segment is not null) change.Put(segment, LedgerKeys.Segment(harvest.UploadId));
        for (var number = 0; number < needs.Length; number++)
        {
            var owned = new NeedRow { Owner = owner, Path = live.Path, Others = [.. needs[number].SelectMany(BitConverter.GetBytes)] };
            change.Put(owned, LedgerKeys.Need(owner, number));
        }

        for (var number = 0; number < days.Length; number++)
            change.Put(new DaysRow { Owner = owner, Bytes = days[number] }, LedgerKeys.Days(owner, number));
        change.Put(new ContentRow { Path = delivery.File.Path, Owner = owner }, LedgerKeys.Content(content.Hash));
        await ledger.CommitAsync(head, change, cancellationToken);
    }

    public Task<ContentRow?> FindContentAsync(Delivery delivery, string content, CancellationToken cancellationToken) =>
        ledger.FindAsync<ContentRow>(delivery.File.Dataset, LedgerKeys.Content(content), cancellationToken);

    public Task<PathRow?> FindPathAsync(Delivery delivery, CancellationToken cancellationToken) =>
        ledger.FindAsync<PathRow>(delivery.File.Dataset, LedgerKeys.Path(delivery.File.Path), cancellationToken);

    private Task<LiveRow?> FindLiveAsync(string dataset, string owner, CancellationToken cancellationToken) =>
        ledger.FindAsync<LiveRow>(dataset, LedgerKeys.Live(owner), cancellationToken);

    // Of different rows with one key the newest upload's counts, and this one says again what the content said under whatever name.
    private static void Renew(LedgerChange change, LiveRow live, Delivery delivery)
    {
        if (delivery.File.Schema!.Key.Length == 0 || delivery.Modified <= live.Modified) return;
        live.Modified = delivery.Modified;
        change.Put(live, live.RowKey);
    }

    private async Task RetireAsync(LedgerChange change, string owner, CancellationToken cancellationToken)
    {
        if (await FindLiveAsync(change.Dataset, owner, cancellationToken) is { } live) change.Retire(live, time.GetUtcNow());
    }

    // Says of the path that a content counted under that the content was corrected under another name.
    private async Task DisplaceAsync(LedgerChange change, string path, string by, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync<PathRow>(change.Dataset, LedgerKeys.Path(path), cancellationToken) is not { } owner) return;
        owner.Owner = null;
        owner.Status = UploadStatus.Duplicate;
        owner.Message = UploadMessages.CorrectedAs(by);
        owner.Reasons = [new MessageRows(UploadMessages.Corrected(), owner.Read)];
        owner.Duplicates = owner.Read;
        owner.Kept = owner.Rejected = 0;
        owner.Quarantine = null;
        change.Put(owner);
    }
}
