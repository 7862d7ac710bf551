using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest.Commits;

/// <summary>What is known of a delivery when a commit is decided on.</summary>
/// <param name="Delivery">The state of the blob.</param>
/// <param name="Content">Hash of its content.</param>
/// <param name="Again">Whether its rows are to be weighed anew because those of another upload have gone.</param>
/// <param name="Reading">Id of the reading that an earlier attempt made; null before the first.</param>
/// <param name="Known">What the ledger has of the path; null for a new one.</param>
/// <param name="Counting">What the ledger has of the content; null where the content does not count.</param>
internal sealed record DeliveryState(Delivery Delivery, string Content, bool Again, string? Reading, PathRow? Known, ContentRow? Counting);
