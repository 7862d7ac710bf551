using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>What looks broken in a night's data, and which model forecasts and why.</summary>
internal static class ModelMessages
{
    public static Message FewDays(int days, DateOnly origin, int needed) => new("data.few_days", ("days", days), ("origin", origin), ("needed", needed));

    /// <param name="before">Series that the champion learned from.</param>
    /// <param name="least">Setting Run:LeastDataShare.</param>
    public static Message FewSeries(int series, int before, double least) => new("data.few_series", ("series", series), ("before", before), ("least", least));

    /// <inheritdoc cref="FewSeries"/>
    public static Message FewerDays(int days, int before, double least) => new("data.fewer_days", ("days", days), ("before", before), ("least", least));

    /// <param name="share">Usage of the last week over what is usual.</param>
    /// <param name="least">Setting Run:LeastVolumeShare.</param>
    public static Message Volume(DateOnly until, double share, double least) => new("data.volume", ("until", until), ("share", share), ("least", least));

    /// <summary>A pinned model can't forecast.</summary>
    /// <param name="why">A message of <see cref="ChampionMessages"/>.</param>
    public static Message PinnedUnusable(string model, Message why) => new("model.pinned_unusable", ("model", model), ("why", why));

    public static Message Pinned() => new("model.pinned");

    public static Message Broken(IReadOnlyList<Message> problems) => new("model.broken", ("problems", problems));

    /// <summary>The data look broken and the champion can't stand in.</summary>
    public static Message NoStandIn(IReadOnlyList<Message> problems, string champion, Message why) =>
        new("model.no_stand_in", ("problems", problems), ("champion", champion), ("why", why));

    /// <summary>The data look broken, and the champion forecast.</summary>
    public static Message Kept(IReadOnlyList<Message> problems, string champion) => new("model.kept", ("problems", problems), ("champion", champion));

    /// <param name="why">A message of <see cref="PromotionMessages"/>.</param>
    public static Message NotPromoted(string challenger, string champion, Message why) =>
        new("model.not_promoted", ("challenger", challenger), ("champion", champion), ("why", why));
}
