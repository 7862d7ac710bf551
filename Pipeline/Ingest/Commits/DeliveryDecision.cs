using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest.Commits;

/// <summary>What a delivery means for the ledger.</summary>
/// <param name="Act">What is to be committed.</param>
/// <param name="Supersedes">Facts that stop counting.</param>
/// <param name="KeepsOwner">
/// Whether facts of the same content go on under their owner. Two uploads that are weighed against each other would otherwise call for
/// each other's reading for ever; but a new owner frees the ids of rows that are rejected now.
/// </param>
/// <param name="ChecksBlob">Whether the blob must be asked first: what the ledger has of the path may be newer than the delivery.</param>
internal sealed record DeliveryDecision(DeliveryAct Act, SupersededFacts Supersedes, bool KeepsOwner, bool ChecksBlob)
{
    /// <summary>Whether the ledger has all there is to know of a delivery, so that its content need not be read.</summary>
    /// <param name="rules">Digest of the mappings in force.</param>
    public static bool IsDone(PathRow known, Delivery delivery, string rules) =>
        known.BlobTag == delivery.Tag && (known.Status != UploadStatus.Rejected || known.Rules == rules);

    public static DeliveryDecision Of(DeliveryState state)
    {
        var act = ActOn(state);
        var replaces = act is DeliveryAct.Duplicate or DeliveryAct.Accept;
        return new DeliveryDecision(
            act,
            replaces ? SupersededBy(state) : SupersededFacts.None,
            KeepsOwner: replaces && state.Again && state.Known is { Owner: not null } known && known.Accepted == state.Content,
            ChecksBlob: state.Known is { } path && path.BlobTag != state.Delivery.Tag);
    }

    private static DeliveryAct ActOn(DeliveryState state)
    {
        if (state.Reading is not null && state.Known?.UploadId == state.Reading) return DeliveryAct.None;
        if (IsSettled(state)) return DeliveryAct.Touch;
        return state.Counting is { } owner && owner.Path != state.Delivery.File.Path ? DeliveryAct.Duplicate : DeliveryAct.Accept;
    }

    // Uploaded again, rows that were rejected are tried again: mappings, services and today's date may have changed since.
    private static bool IsSettled(DeliveryState state) =>
        state is { Again: false, Known: { } known }
        && known.Content == state.Content
        && (known.Rejected == 0 || known.BlobTag == state.Delivery.Tag);

    private static SupersededFacts SupersededBy(DeliveryState state) => state.Known switch
    {
        { Owner: not null } => SupersededFacts.Own,
        { Accepted: { } accepted } when accepted != state.Content => SupersededFacts.Shared,
        _ => SupersededFacts.None,
    };
}

/// <summary>What is to be committed of a delivery.</summary>
internal enum DeliveryAct
{
    /// <summary>Nothing: an earlier attempt's commit went through after all.</summary>
    None,

    /// <summary>The blob's tag and time, as the path has the content already.</summary>
    Touch,

    /// <summary>That the content counts under another path.</summary>
    Duplicate,

    /// <summary>The facts of the content.</summary>
    Accept,
}

/// <summary>Facts that stop counting because a path gets another content.</summary>
internal enum SupersededFacts
{
    None,

    /// <summary>Those of the path.</summary>
    Own,

    /// <summary>
    /// Those of the content that the path had before and that counts under another path: correcting either corrects both.
    /// </summary>
    Shared,
}
