using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>The decision about the model of a night.</summary>
/// <param name="Model">Version that forecasts.</param>
/// <param name="Champion">Version that was champion when the night was planned; null if there was none.</param>
/// <param name="Challenger">Version trained that night; null where none was.</param>
/// <param name="Reason">Reason for the decision.</param>
internal sealed record Promotion(PromotionOutcome Outcome, string Model, string? Champion, string? Challenger, Message Reason)
{
    public static Promotion Promote(string challenger, string? champion, Message reason) =>
        new(PromotionOutcome.Promoted, challenger, champion, challenger, reason);

    public static Promotion Reject(string challenger, string champion, Message reason) =>
        new(PromotionOutcome.Rejected, champion, champion, challenger, reason);

    public static Promotion Keep(string champion, Message reason) => new(PromotionOutcome.Kept, champion, champion, null, reason);

    public static Promotion Repeat(string champion, Message reason) =>
        new(PromotionOutcome.Unchanged, champion, champion, champion, reason);

    public static Promotion Pin(string model, string? champion, Message reason) =>
        new(PromotionOutcome.Pinned, model, champion, null, reason);
}
