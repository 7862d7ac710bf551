using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>Messages on problems in the data of a night, and on the choice of the model.</summary>
internal static class ModelMessages
{
    public static Message FewPeriods(Frequency frequency, int periods, DateOnly origin, int needed) =>
        new("data.few_days", ("span", SpanMessages.Of(frequency, periods)), ("origin", origin), ("needed", needed));

    /// <param name="before">Number of series that the champion learned from.</param>
    /// <param name="least">Value of setting Run:LeastDataShare.</param>
    public static Message FewSeries(int series, int before, double least) =>
        new("data.few_series", ("series", series), ("before", before), ("least", least));

    /// <inheritdoc cref="FewSeries"/>
    public static Message FewerPeriods(Frequency frequency, int periods, int before, double least) =>
        new("data.fewer_days", ("span", SpanMessages.Of(frequency, periods)), ("before", before), ("least", least));

    /// <param name="share">Usage of the last week or month divided by usual usage.</param>
    /// <param name="least">Value of setting Run:LeastVolumeShare.</param>
    public static Message Volume(Frequency frequency, DateOnly until, double share, double least) => new(
        frequency switch
        {
            Frequency.Daily => "data.volume",
            Frequency.Weekly => "data.volume_week",
            _ => "data.volume_month",
        },
        ("until", until), ("share", share), ("least", least));

    /// <summary>A pinned model cannot forecast.</summary>
    /// <param name="why">Message of <see cref="ChampionMessages"/>.</param>
    public static Message PinnedUnusable(string model, Message why) => new("model.pinned_unusable", ("model", model), ("why", why));

    public static Message Pinned() => new("model.pinned");

    public static Message Broken(IReadOnlyList<Message> problems) => new("model.broken", ("problems", problems));

    /// <summary>The data look broken, and the champion cannot forecast instead.</summary>
    public static Message NoStandIn(IReadOnlyList<Message> problems, string champion, Message why) =>
        new("model.no_stand_in", ("problems", problems), ("champion", champion), ("why", why));

    /// <summary>The data look broken, so the champion forecasts.</summary>
    public static Message Kept(IReadOnlyList<Message> problems, string champion) =>
        new("model.kept", ("problems", problems), ("champion", champion));

    /// <param name="why">Message of <see cref="PromotionMessages"/>.</param>
    public static Message NotPromoted(string challenger, string champion, Message why) =>
        new("model.not_promoted", ("challenger", challenger), ("champion", champion), ("why", why));
}
